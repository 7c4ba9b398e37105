import type { ReactNode } from 'react'
import { formatDuration } from '#lib/format/format-duration'
import type { PairingResult } from '#lib/pairing/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Chip } from '@/components/ui/chip'
import { cn } from '@/components/ui/cn'
import { toneIcon, toneLine, toneText, toneTint } from '@/components/ui/tone'
import { VerdictBadge } from './verdict-badge.tsx'
import { CONFIDENCE_WORDS, VERDICT_WORDS } from './verdict-words.ts'

/** The verdict in one sentence, how sure it is, and what was asked when. */
export function PairingHeadline({ result, actions }: { result: PairingResult; actions?: ReactNode }) {
  const { tone } = VERDICT_WORDS[result.verdict]
  const Icon = toneIcon[tone]
  const confidence = CONFIDENCE_WORDS[result.confidence]
  return (
    <header
      className={cn('flex flex-wrap items-start gap-x-4 gap-y-3 rounded-lg border p-4', toneTint[tone], toneLine[tone])}
    >
      <Icon aria-hidden className={cn('mt-0.5 size-5 shrink-0', toneText[tone])} />
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="font-semibold text-lg leading-6">{result.headline}</h2>
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1.5">
          <VerdictBadge verdict={result.verdict} className="bg-surface" />
          <Chip className="bg-surface">
            <span title={confidence.means}>{confidence.word}</span>
          </Chip>
          <span className="text-muted text-xs">{confidence.means}</span>
        </p>
        <p className="mt-2 text-muted text-xs wrap-anywhere">
          <span className="font-mono">{result.target}</span> · <RelativeTime at={result.startedAt} /> ·{' '}
          {formatDuration(result.durationMs)}
        </p>
      </div>
      {actions && <div className="flex gap-2">{actions}</div>}
    </header>
  )
}
