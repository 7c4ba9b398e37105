import { ArrowRight } from 'lucide-react'
import type { Troubleshooting } from '#lib/troubleshooting/schema'
import { Card } from '@/components/ui/card'
import type { OpenStep } from './open-step.ts'
import { STEP_WORDS } from './step-words.ts'

interface ConclusionMissingProps {
  missing: Troubleshooting['conclusion']['missing']
  onOpenStep: OpenStep
}

/** What would decide it, the most telling first, each leading to its step. */
export function ConclusionMissing({ missing, onOpenStep }: ConclusionMissingProps) {
  return (
    <Card flush title="What would decide it" description="Not known yet, the most telling first.">
      <ol className="divide-y">
        {missing.map(({ what, step }) => (
          <li key={what}>
            <button
              type="button"
              onClick={() => onOpenStep(step)}
              className="group flex w-full items-start gap-3 px-4 py-2.5 text-left text-sm hover:bg-hover focus-visible:-outline-offset-2"
            >
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{STEP_WORDS[step].label}</span>
                <span className="block text-muted">{what}</span>
              </span>
              <ArrowRight aria-hidden className="mt-0.5 size-4 shrink-0 text-faint group-hover:text-ink" />
            </button>
          </li>
        ))}
      </ol>
    </Card>
  )
}
