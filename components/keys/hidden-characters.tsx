'use client'

import { Sparkles } from 'lucide-react'
import { formatCount } from '#lib/format/format-count'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { type Finding, hiddenRuns } from './hidden-runs.ts'

interface HiddenCharactersProps {
  value: string
  findings: Finding[]
  /** Puts the cleaned value in place of the pasted one. */
  onClean?: () => void
}

/** What hides in a pasted value, each at its place with its code point; the secret's own characters stay covered. */
export function HiddenCharacters({ value, findings, onClean }: HiddenCharactersProps) {
  if (findings.length === 0) return null
  const clean = onClean && (
    <Button size="sm" onClick={onClean}>
      <Sparkles aria-hidden />
      Use cleaned value
    </Button>
  )
  return (
    <Notice tone="warn" title={`${formatCount(findings.length, 'character')} that should not be here`} action={clean}>
      <p className="mb-2">
        Providers refuse a key that carries them. They often come with a copy from a chat, a PDF or a settings file.
      </p>
      <p className="flex flex-wrap items-center gap-1 font-mono text-xs leading-6">
        {hiddenRuns(value, findings).map((run) =>
          run.finding ? (
            <HiddenMark key={run.at} finding={run.finding} />
          ) : (
            <CoveredRun key={run.at} length={run.length} />
          ),
        )}
      </p>
    </Notice>
  )
}

function HiddenMark({ finding: { codePoint, name } }: { finding: Finding }) {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
  return (
    <mark className="whitespace-nowrap rounded-sm border border-warn-line bg-surface px-1 text-warn">
      <span className="font-semibold">{code}</span> {name}
    </mark>
  )
}

function CoveredRun({ length }: { length: number }) {
  return (
    <span title={formatCount(length, 'character')} className="text-faint">
      <span aria-hidden>{'•'.repeat(Math.min(length, 12))}</span>
      <span className="sr-only">{formatCount(length, 'character')}</span>
    </span>
  )
}
