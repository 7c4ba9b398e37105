'use client'

import { Sparkles } from 'lucide-react'
import { formatCount } from '#lib/format/format-count'
import type { Finding } from '#lib/pairing/clean-value'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { hiddenRuns } from './hidden-runs.ts'

interface HiddenCharactersProps {
  /** The value as pasted. */
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
    <Notice tone="warn" title={`${formatCount(findings.length, 'thing')} in this value that no key has`} action={clean}>
      <p className="mb-2">
        Providers refuse a key that carries them. They often come with a copy from a chat, a PDF or a settings file.
      </p>
      <ol
        aria-label="The value, with what hides in it"
        className="flex flex-wrap items-center gap-1 font-mono text-xs leading-6"
      >
        {hiddenRuns(value, findings).map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings may stand at the same place, and runs never change order.
          <li key={index} className="max-w-full">
            {'finding' in run ? <HiddenMark finding={run.finding} /> : <CoveredRun length={run.length} />}
          </li>
        ))}
      </ol>
    </Notice>
  )
}

function HiddenMark({ finding: { codePoint, name } }: { finding: Finding }) {
  return (
    <mark className="rounded-sm border border-warn-line bg-surface px-1 text-warn">
      {codePoint && <span className="font-semibold">{codePoint} </span>}
      {name}
    </mark>
  )
}

function CoveredRun({ length }: { length: number }) {
  return (
    <span title={formatCount(length, 'character')} className="text-muted">
      <span aria-hidden>{'•'.repeat(Math.min(length, 12))}</span>
      <span className="sr-only">{formatCount(length, 'character')}</span>
    </span>
  )
}
