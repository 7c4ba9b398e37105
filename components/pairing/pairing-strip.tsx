'use client'

import { LoaderCircle } from 'lucide-react'
import { formatDuration } from '#lib/format/format-duration'
import type { PairingStage, StageName } from '#lib/pairing/schema'
import { cn } from '@/components/ui/cn'
import { toneText } from '@/components/ui/tone'
import { type StageNow, stagesNow } from './stage-state.ts'
import { STAGE_STATES, STAGE_WORDS, type StageState } from './stage-words.ts'

const edge: Record<StageState, string> = {
  passed: 'before:bg-ok-solid',
  warned: 'before:bg-warn-solid',
  failed: 'before:bg-fail-solid',
  skipped: 'before:bg-line-strong',
  running: 'before:animate-shimmer before:bg-info-solid',
  waiting: 'before:bg-line',
}

interface PairingStripProps {
  /** The stages that have ended so far, in order. */
  stages: PairingStage[]
  running?: boolean
  /** The stage whose evidence is open. */
  opened?: StageName
  onOpen?: (stage: StageName | undefined) => void
  /** Id of the element that shows the opened stage. */
  controls?: string
}

/** The ten stages side by side; as a list where there is no room. They light up one after another as they end. */
export function PairingStrip({ stages, running = false, opened, onOpen, controls }: PairingStripProps) {
  return (
    <div className="@container">
      <ol
        aria-label="Stages"
        className="grid grid-cols-1 gap-px overflow-hidden rounded-lg border bg-line @min-[520px]:grid-cols-5 @min-[920px]:grid-cols-10"
      >
        {stagesNow(stages, running).map((stage) => (
          <li key={stage.name} className="min-w-0 bg-surface">
            <StageCell
              stage={stage}
              open={opened === stage.name}
              controls={controls}
              onToggle={() => onOpen?.(opened === stage.name ? undefined : stage.name)}
            />
          </li>
        ))}
      </ol>
    </div>
  )
}

interface StageCellProps {
  stage: StageNow
  open: boolean
  controls?: string
  onToggle: () => void
}

function StageCell({ stage, open, controls, onToggle }: StageCellProps) {
  const { state, result } = stage
  const { word, tone } = STAGE_STATES[state]
  return (
    <button
      type="button"
      disabled={!result}
      aria-expanded={result ? open : undefined}
      aria-controls={open ? controls : undefined}
      title={STAGE_WORDS[stage.name].asks}
      onClick={onToggle}
      className={cn(
        'relative flex h-9 w-full items-center gap-3 px-3 text-left before:absolute before:inset-y-0 before:left-0 before:w-0.75 focus-visible:-outline-offset-2 enabled:hover:bg-hover',
        '@min-[520px]:h-17 @min-[520px]:flex-col @min-[520px]:items-start @min-[520px]:justify-center @min-[520px]:gap-0.5 @min-[520px]:before:inset-x-0 @min-[520px]:before:top-0 @min-[520px]:before:bottom-auto @min-[520px]:before:h-0.75 @min-[520px]:before:w-auto',
        edge[state],
        open && 'bg-selected enabled:hover:bg-selected',
        result && 'animate-settle',
      )}
    >
      <span
        className={cn(
          'min-w-24 truncate font-medium text-xs @min-[520px]:max-w-full @min-[520px]:min-w-0',
          state === 'waiting' && 'font-normal text-faint',
        )}
      >
        {STAGE_WORDS[stage.name].label}
      </span>
      <span className={cn('flex items-center gap-1 text-xs', state === 'waiting' ? 'text-faint' : toneText[tone])}>
        <StageMark state={state} />
        {word}
      </span>
      <span className="ml-auto text-2xs text-faint tabular-nums @min-[520px]:ml-0">{stageTime(stage)}</span>
    </button>
  )
}

export function StageMark({ state }: { state: StageState }) {
  if (state === 'running') return <LoaderCircle aria-hidden className="size-3 animate-spin" />
  const Icon = STAGE_STATES[state].icon
  return <Icon aria-hidden strokeWidth={2.5} className="size-3 shrink-0" />
}

function stageTime({ result }: StageNow): string {
  return !result || result.status === 'skipped' ? '–' : formatDuration(result.durationMs)
}
