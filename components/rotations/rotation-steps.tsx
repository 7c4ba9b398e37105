import { Check } from 'lucide-react'
import type { Rotation } from '#lib/rotations/schema'
import { cn } from '@/components/ui/cn'
import { STEPS } from './rotation-words.ts'

/** The four steps, and where this rotation is among them. */
export function RotationSteps({ state }: Pick<Rotation, 'state'>) {
  const at = STEPS.findIndex(({ states }) => (states as readonly string[]).includes(state))
  return (
    <ol aria-label="Steps" className="flex flex-wrap gap-x-4 gap-y-1">
      {STEPS.map(({ label }, index) => {
        const isDone = state === 'completed' || (at >= 0 && index < at)
        return (
          <li
            key={label}
            aria-current={index === at ? 'step' : undefined}
            className={cn(
              'flex items-center gap-1.5 text-sm',
              index === at ? 'font-medium' : isDone ? 'text-muted' : 'text-faint',
            )}
          >
            <span
              aria-hidden
              className={cn(
                'grid size-5 place-items-center rounded-full border text-2xs tabular-nums',
                index === at && 'border-line-strong bg-selected',
              )}
            >
              {isDone ? <Check className="size-3" /> : index + 1}
            </span>
            {label}
            {isDone && <span className="sr-only">done</span>}
          </li>
        )
      })}
    </ol>
  )
}
