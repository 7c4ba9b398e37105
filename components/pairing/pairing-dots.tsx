import { cn } from '@/components/ui/cn'
import { STAGE_ORDER, STAGE_WORDS, type StageState } from './stage-words.ts'

const STEP = 9

/** The ten stages in miniature. Shape tells them apart as well as colour: disc, triangle, cross, dash, ring. */
export function PairingDots({ stages, className }: { stages: (StageState | undefined)[]; className?: string }) {
  const states = STAGE_ORDER.map((_, index) => stages[index] ?? 'waiting')
  const words = describe(states)
  return (
    <svg
      role="img"
      aria-label={words}
      viewBox={`0 0 ${STEP * STAGE_ORDER.length} 10`}
      className={cn('h-2.5 w-22.5 shrink-0', className)}
    >
      <title>{words}</title>
      {states.map((state, index) => (
        <g key={STAGE_ORDER[index]} transform={`translate(${index * STEP + STEP / 2} 5)`}>
          <Mark state={state} />
        </g>
      ))}
    </svg>
  )
}

function Mark({ state }: { state: StageState }) {
  if (state === 'passed') return <circle r="2.75" className="fill-ok-solid" />
  if (state === 'warned') return <path d="M0-3.6 3.8 3h-7.6z" className="fill-warn-solid" />
  if (state === 'failed')
    return <path d="m-3-3 6 6m0-6-6 6" className="stroke-2 stroke-fail-solid" strokeLinecap="round" />
  if (state === 'running') return <circle r="2.5" className="animate-shimmer fill-info-solid" />
  if (state === 'skipped')
    return <path d="M-2 0h4" className="stroke-[1.5] stroke-unknown-solid" strokeLinecap="round" />
  return <circle r="2" className="fill-none stroke-line-strong" />
}

function describe(states: StageState[]): string {
  const named = (wanted: StageState) =>
    STAGE_ORDER.filter((_, index) => states[index] === wanted).map((name) => STAGE_WORDS[name].label)
  const failed = named('failed')
  const warned = named('warned')
  if (failed.length > 0) return `Failed at ${failed.join(', ')}`
  if (states.every((state) => state === 'waiting')) return 'Not tested yet'
  if (states.includes('running')) return 'Test running'
  return warned.length > 0 ? `Passed, with a warning at ${warned.join(', ')}` : 'Every stage passed'
}
