import { Check } from 'lucide-react'
import type { PairingResult } from '#lib/pairing/schema'
import { Card } from '@/components/ui/card'
import { cn } from '@/components/ui/cn'

/** What to do, in order; what the machine has done already is ticked. */
export function PairingSteps({ steps }: Pick<PairingResult, 'steps'>) {
  return (
    <Card title="What to do">
      <ol className="flex flex-col gap-4">
        {steps.map((step, index) => (
          <li key={step.title} className="flex gap-3">
            <span
              className={cn(
                'flex size-5.5 shrink-0 items-center justify-center rounded-full border font-medium text-2xs tabular-nums',
                step.done ? 'border-ok-line bg-ok-tint text-ok' : 'border-line-strong text-muted',
              )}
            >
              {step.done ? <Check aria-label="Done" className="size-3" /> : index + 1}
            </span>
            <div className="min-w-0 max-w-prose">
              <p className={cn('font-medium text-sm', step.done && 'text-muted')}>{step.title}</p>
              <p className="whitespace-pre-line text-muted text-sm wrap-anywhere">{step.detail}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
