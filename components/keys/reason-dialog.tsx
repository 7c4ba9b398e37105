'use client'

import { type FormEvent, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'

interface ReasonDialogProps {
  title: string
  action: string
  onReason: (reason: string) => void
  onCancel: () => void
}

/** Asked in protected environments before a value leaves the server. */
export function ReasonDialog({ title, action, onReason, onCancel }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim()) onReason(reason.trim())
  }
  return (
    <Dialog
      open
      title={title}
      description="This environment is protected, so the audit log keeps why its values are read."
      onOpenChange={(open) => !open && onCancel()}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label="Reason">
          {(control) => (
            <Input
              {...control}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              maxLength={1000}
              placeholder="Why is the value needed?"
              autoFocus
            />
          )}
        </Field>
        <FormActions action={action} disabled={!reason.trim()} onCancel={onCancel} />
      </form>
    </Dialog>
  )
}
