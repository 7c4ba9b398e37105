'use client'

import { PlugZap } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { ValueField } from '@/components/keys/value-field'
import { Button } from '@/components/ui/button'
import { ActionBlock } from './action-block.tsx'
import type { StepActionProps } from './step-action.tsx'

/** The direct test from this server once more. A value that was pasted was not kept, so it is asked for again. */
export function RunTestAgain({ action, record, testing, onTest }: StepActionProps) {
  const [value, setValue] = useState('')
  const isPasted = record.key === null
  const run = (event: FormEvent) => {
    event.preventDefault()
    onTest(isPasted ? value : undefined)
  }
  return (
    <ActionBlock action={action}>
      <form onSubmit={run} className="flex max-w-140 flex-col gap-2.5">
        {isPasted && (
          <ValueField
            label="The value once more"
            hint="Tested and forgotten, as before."
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
        <Button type="submit" size="sm" className="self-start" busy={testing} disabled={isPasted && !value}>
          <PlugZap aria-hidden />
          Run it here
        </Button>
      </form>
    </ActionBlock>
  )
}
