'use client'

import { useState } from 'react'
import type { TroubleshootingAction } from '#lib/troubleshooting/schema'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/textarea'
import { ActionBlock } from './action-block.tsx'
import { useAnswer } from './queries.ts'

/** Words that a person pastes. What was kept is shown as it was kept, masked; a refusal leaves what was typed. */
export function WriteAction({ record, action }: { record: string; action: TroubleshootingAction }) {
  const answer = useAnswer(record)
  const kept = action.answer?.value
  const [text, setText] = useState<string>()
  const keep = () => answer.mutate({ [action.id]: text?.trim() ? text : null }, { onSuccess: () => setText(undefined) })
  if (kept !== undefined && text === undefined) {
    return (
      <ActionBlock action={action}>
        <p className="max-h-48 overflow-y-auto whitespace-pre-wrap rounded-md border bg-sunken p-3 font-mono text-xs leading-5 wrap-anywhere">
          {kept}
        </p>
        <Button size="sm" className="self-start" onClick={() => setText(kept)}>
          Change
        </Button>
      </ActionBlock>
    )
  }
  return (
    <ActionBlock action={action} error={answer.error}>
      <Textarea
        mono
        rows={3}
        aria-label={action.title}
        maxLength={16_384}
        value={text ?? ''}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex gap-2">
        <Button size="sm" busy={answer.isPending} disabled={!text?.trim() && kept === undefined} onClick={keep}>
          Keep
        </Button>
        {kept !== undefined && (
          <Button size="sm" variant="ghost" onClick={() => setText(undefined)}>
            Leave as it was
          </Button>
        )}
      </div>
    </ActionBlock>
  )
}
