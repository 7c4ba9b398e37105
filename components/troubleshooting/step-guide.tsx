import type { PairingStage } from '#lib/pairing/schema'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'
import { toneText } from '@/components/ui/tone'
import { StepMark } from './step-mark.tsx'
import { STEP_ORDER, STEP_STATES, STEP_WORDS, type StepState } from './step-words.ts'
import { stepsNow } from './steps-now.ts'

/** What will be done, before it begins; and while the test runs, each step of the machine as it is done. */
export function StepGuide({ stages }: { stages?: PairingStage[] | undefined }) {
  const now = stages && stepsNow(stages)
  return (
    <Card
      flush
      title="The nine steps"
      description="One real call to the provider and to nobody else; then questions that only you can answer."
    >
      <ol aria-label="Steps" aria-busy={now !== undefined} className="divide-y">
        {STEP_ORDER.map((step, index) => (
          <li key={step} className="flex items-start gap-3 px-4 py-2 text-sm">
            {now ? (
              <StepMark state={now[step]} className="mt-px" />
            ) : (
              <span className="w-4.5 text-center text-faint tabular-nums">{index + 1}</span>
            )}
            <span className="flex min-w-0 flex-1 flex-wrap gap-x-4">
              <span className="w-36 font-medium">{STEP_WORDS[step].label}</span>
              <span className="min-w-48 flex-1 text-muted">{STEP_WORDS[step].asks}</span>
            </span>
            {now && now[step] !== 'next' && <StateWord state={now[step]} />}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function StateWord({ state }: { state: StepState }) {
  const { word, tone } = STEP_STATES[state]
  return <span className={cn('animate-settle font-medium text-xs leading-5', toneText[tone])}>{word}</span>
}
