'use client'

import type { TroubleshootingAction } from '#lib/troubleshooting/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Checkbox } from '@/components/ui/checkbox'
import { ChoiceField } from '@/components/ui/choice-field'
import { CodeBlock } from '@/components/ui/code-block'
import { useAnswer } from './queries.ts'

/** A tick for something that was done. */
export function ConfirmAction({ record, action }: { record: string; action: TroubleshootingAction }) {
  const { mutate, isPending, variables, error } = useAnswer(record)
  const { id, title, detail, command, answer } = action
  const isTicked = isPending ? variables?.[id] === 'yes' : answer !== undefined
  return (
    <section aria-label={title} className="flex flex-col gap-2.5">
      {command && <CodeBlock wrap label="To run" code={command} />}
      <ChoiceField
        label={title}
        hint={
          <>
            {detail}
            {answer && (
              <span className="block text-faint">
                Done, says {answer.by.name}, <RelativeTime at={answer.at} />
              </span>
            )}
          </>
        }
      >
        {(control) => (
          <Checkbox
            {...control}
            checked={isTicked}
            onCheckedChange={(checked) => mutate({ [id]: checked === true ? 'yes' : null })}
          />
        )}
      </ChoiceField>
      {error && (
        <p role="alert" className="text-fail text-xs">
          {error.message}
        </p>
      )}
    </section>
  )
}
