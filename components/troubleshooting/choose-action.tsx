'use client'

import { Check } from 'lucide-react'
import type { TroubleshootingAction } from '#lib/troubleshooting/schema'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { ActionBlock } from './action-block.tsx'
import { ActionLink } from './action-link.tsx'
import { useAnswer } from './queries.ts'

/** One of a few answers, all in sight; the chosen one pressed again is taken back. */
export function ChooseAction({ record, action }: { record: string; action: TroubleshootingAction }) {
  const { mutate, isPending, variables, error } = useAnswer(record)
  const chosen = isPending ? variables?.[action.id] : action.answer?.value
  return (
    <ActionBlock action={action} error={error}>
      <ActionLink href={action.link} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be read with a legend of its own; the section has the words. */}
      <div role="group" aria-label={action.title} className="flex flex-wrap gap-1.5">
        {action.options?.map(({ value, label }) => (
          <Button
            key={value}
            size="sm"
            aria-pressed={chosen === value}
            onClick={() => mutate({ [action.id]: chosen === value ? null : value })}
            className={cn(
              'h-auto min-h-7 whitespace-normal py-1 text-left font-normal',
              chosen === value && 'border-ink bg-selected font-medium',
            )}
          >
            {chosen === value && <Check aria-hidden className="size-3.5!" />}
            {label}
          </Button>
        ))}
      </div>
    </ActionBlock>
  )
}
