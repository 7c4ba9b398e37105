import { formatDuration } from '#lib/format/format-duration'
import type { PairingStage } from '#lib/pairing/schema'
import { cn } from '@/components/ui/cn'
import { toneSolid } from '@/components/ui/tone'
import { STAGE_ORDER, STAGE_STATES, STAGE_WORDS } from './stage-words.ts'

const TICKS = [0, 0.25, 0.5, 0.75, 1]

interface Bar {
  stage: PairingStage
  startMs: number
}

/** Each stage after the other on one axis of time, as in a browser's network panel. */
export function PairingWaterfall({ stages }: { stages: PairingStage[] }) {
  const { bars, totalMs } = layOut(stages)
  return (
    <figure aria-label={`Waterfall, ${formatDuration(totalMs)} in all`} className="text-xs">
      <div className="grid grid-cols-[88px_1fr_64px] items-center gap-x-3">
        <span className="text-faint">Stage</span>
        <Axis totalMs={totalMs} />
        <span className="text-right text-faint">Time</span>
      </div>
      <ol className="mt-1 border-t">
        {bars.map((bar) => (
          <WaterfallRow key={bar.stage.stage} bar={bar} totalMs={totalMs} />
        ))}
      </ol>
    </figure>
  )
}

function WaterfallRow({ bar: { stage, startMs }, totalMs }: { bar: Bar; totalMs: number }) {
  const { tone, word } = STAGE_STATES[stage.status]
  const skipped = stage.status === 'skipped'
  const share = (ms: number) => (totalMs > 0 ? (ms / totalMs) * 100 : 0)
  return (
    <li className="grid h-7 grid-cols-[88px_1fr_64px] items-center gap-x-3 border-b last:border-b-0">
      <span className={cn('truncate', skipped && 'text-faint')}>{STAGE_WORDS[stage.stage].label}</span>
      <span className="relative h-full bg-[linear-gradient(to_right,var(--color-line)_1px,transparent_1px)] bg-[length:25%_100%] border-r">
        {!skipped && (
          <span
            className={cn('absolute top-1/2 h-2 min-w-0.75 -translate-y-1/2 rounded-[2px]', toneSolid[tone])}
            style={{ left: `min(${share(startMs)}%, 100% - 3px)`, width: `${share(stage.durationMs)}%` }}
          />
        )}
      </span>
      <span className="text-right text-muted tabular-nums">{skipped ? word : formatDuration(stage.durationMs)}</span>
    </li>
  )
}

function Axis({ totalMs }: { totalMs: number }) {
  return (
    <span aria-hidden className="relative flex h-5 items-center justify-between text-2xs text-faint tabular-nums">
      {TICKS.map((tick) => (
        <span
          key={tick}
          className={cn(
            'w-0 whitespace-nowrap',
            tick === 1 && 'flex justify-end',
            tick % 1 !== 0 && 'max-sm:invisible',
          )}
        >
          {formatDuration(Math.round(totalMs * tick))}
        </span>
      ))}
    </span>
  )
}

function layOut(stages: PairingStage[]): { bars: Bar[]; totalMs: number } {
  let at = 0
  const bars = [...stages]
    .sort((one, other) => STAGE_ORDER.indexOf(one.stage) - STAGE_ORDER.indexOf(other.stage))
    .map((stage) => {
      const bar = { stage, startMs: at }
      at += stage.durationMs
      return bar
    })
  return { bars, totalMs: at }
}
