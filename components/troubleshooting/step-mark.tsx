import { cn } from '@/components/ui/cn'
import { toneText } from '@/components/ui/tone'
import { STEP_STATES, type StepState } from './step-words.ts'

/** A step's state as icon and colour; its word stands beside it. */
export function StepMark({ state, className }: { state: StepState; className?: string }) {
  const { icon: Icon, tone } = STEP_STATES[state]
  return (
    <Icon
      aria-hidden
      className={cn(
        'size-4.5 shrink-0',
        state === 'next' ? 'text-line-strong' : toneText[tone],
        state === 'running' && 'animate-spin',
        className,
      )}
    />
  )
}
