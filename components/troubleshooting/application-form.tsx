'use client'

import { type FormEvent, useState } from 'react'
import type { Troubleshooting, TroubleshootingAction } from '#lib/troubleshooting/schema'
import { Problem } from '@/components/query/request'
import { Button } from '@/components/ui/button'
import { ActionBlock } from './action-block.tsx'
import { draftOf, toApplication } from './application-draft.ts'
import { ApplicationFields } from './application-fields.tsx'
import { errorsUnder } from './errors-under.ts'
import { useTellApplication } from './queries.ts'

/** What is known of the application; each setting is compared with what was tested. */
export function ApplicationForm({ record, action }: { record: Troubleshooting; action: TroubleshootingAction }) {
  const [draft, setDraft] = useState(() => draftOf(record.application))
  const { mutate, isPending, error } = useTellApplication(record.id)
  const errors = error instanceof Problem ? errorsUnder('application', error.errors) : {}
  const isNamed = Object.keys(errors).length > 0
  const keep = (event: FormEvent) => {
    event.preventDefault()
    mutate(toApplication(draft) ?? {}, { onSuccess: () => setDraft({ ...draft, clock: '' }) })
  }
  return (
    <ActionBlock action={action} error={isNamed ? null : error}>
      <form onSubmit={keep} className="flex max-w-160 flex-col gap-3" noValidate>
        <ApplicationFields draft={draft} onChange={setDraft} errors={errors} />
        <Button type="submit" size="sm" className="self-start" busy={isPending}>
          Compare the settings
        </Button>
      </form>
    </ActionBlock>
  )
}
