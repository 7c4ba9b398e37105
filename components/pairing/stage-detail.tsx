import { formatDuration } from '#lib/format/format-duration'
import type { PairingStage } from '#lib/pairing/schema'
import { cn } from '@/components/ui/cn'
import { toneLine, toneText } from '@/components/ui/tone'
import { EvidenceList } from './evidence-list.tsx'
import { StageMark } from './pairing-strip.tsx'
import { STAGE_STATES, STAGE_WORDS } from './stage-words.ts'

/** One stage, opened: what it asked, what it found, and the evidence. */
export function StageDetail({ stage, id }: { stage: PairingStage; id?: string }) {
  const { tone, word } = STAGE_STATES[stage.status]
  const { label, asks } = STAGE_WORDS[stage.stage]
  return (
    <section
      id={id}
      aria-label={`Stage ${label}`}
      className={cn('rounded-lg border bg-surface p-4', stage.status === 'failed' && toneLine.fail)}
    >
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="font-semibold text-sm">{label}</h3>
        <p className="text-muted text-xs">{asks}</p>
        <p className={cn('ml-auto flex items-center gap-1 text-xs', toneText[tone])}>
          <StageMark state={stage.status} />
          {word}
          {stage.status !== 'skipped' && (
            <span className="text-faint tabular-nums"> · {formatDuration(stage.durationMs)}</span>
          )}
        </p>
      </header>
      <p className="mt-2 mb-3 text-sm">{stage.summary}</p>
      <EvidenceList evidence={stage.evidence} className="border-t pt-3" />
    </section>
  )
}
