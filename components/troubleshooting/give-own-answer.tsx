'use client'

import { GitCompareArrows } from 'lucide-react'
import { useState } from 'react'
import type { TroubleshootingAction } from '#lib/troubleshooting/schema'
import { Button } from '@/components/ui/button'
import { Textarea } from '@/components/ui/textarea'
import { ActionBlock } from './action-block.tsx'
import { useOwnAnswer } from './queries.ts'

/** What one's own tool printed, to be compared with the answer that came here. */
export function GiveOwnAnswer({ record, action }: { record: string; action: TroubleshootingAction }) {
  const [output, setOutput] = useState('')
  const { mutate, isPending, error } = useOwnAnswer(record)
  return (
    <ActionBlock action={action} error={error}>
      <Textarea
        mono
        rows={4}
        aria-label={action.title}
        placeholder={'HTTP/2 401\ncontent-type: application/json\n\n{"error": …}'}
        value={output}
        onChange={(event) => setOutput(event.target.value)}
      />
      <Button
        size="sm"
        className="self-start"
        busy={isPending}
        disabled={!output.trim()}
        onClick={() => mutate(output, { onSuccess: () => setOutput('') })}
      >
        {!isPending && <GitCompareArrows aria-hidden />}
        Compare
      </Button>
    </ActionBlock>
  )
}
