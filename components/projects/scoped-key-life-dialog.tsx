'use client'

import { type FormEvent, useState } from 'react'
import { longestLifeDays } from '#lib/scoped-keys/schema'
import { lifetimes } from '@/components/scoped-keys/lifetimes'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import type { EnvironmentRecord } from './queries.ts'
import type { useEditEnvironment } from './use-project-changes.ts'

interface ScopedKeyLifeDialogProps {
  environment: EnvironmentRecord
  edit: ReturnType<typeof useEditEnvironment>
  onClose: () => void
}

/** How long scoped keys of an environment may live. Those that exist keep the expiry that they were made with. */
export function ScopedKeyLifeDialog({ environment, edit, onClose }: ScopedKeyLifeDialogProps) {
  const [days, setDays] = useState(String(longestLifeDays(environment)))
  const save = (event: FormEvent) => {
    event.preventDefault()
    edit.mutate(
      { scopedKeyMaxDays: Number(days) },
      {
        onSuccess: () => {
          toast(`Scoped keys of ${environment.name}: ${days} days at most`)
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      open
      title={`Scoped keys of ${environment.name}`}
      description="For new ones. Those that exist keep their expiry: end them if they should not."
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={save} className="flex flex-col gap-4">
        {edit.error && <Notice tone="fail" title={edit.error.message} />}
        <Field label="Live at most">
          {(own) => <Select {...own} value={days} onValueChange={setDays} options={lifetimes(365, Number(days))} />}
        </Field>
        <FormActions action="Save" busy={edit.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
