'use client'

import { SkipForward, Undo2 } from 'lucide-react'
import type { TroubleshootingAction } from '#lib/troubleshooting/schema'
import { Button } from '@/components/ui/button'
import { useAnswer } from './queries.ts'

/** Passes a step over, or takes it up again. */
export function SkipAction({ record, action }: { record: string; action: TroubleshootingAction }) {
  const answer = useAnswer(record)
  const isSkipped = action.answer !== undefined
  const Icon = isSkipped ? Undo2 : SkipForward
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        size="sm"
        variant="ghost"
        className="-ml-2"
        busy={answer.isPending}
        onClick={() => answer.mutate({ [action.id]: isSkipped ? null : 'yes' })}
      >
        {!answer.isPending && <Icon aria-hidden />}
        {isSkipped ? 'Take this step up again' : action.title}
      </Button>
      {answer.error && (
        <p role="alert" className="text-fail text-xs">
          {answer.error.message}
        </p>
      )}
    </div>
  )
}
