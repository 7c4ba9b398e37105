'use client'

import { type FormEvent, useState } from 'react'
import type { Key } from '#lib/keys/schema'
import { cleanValue } from '#lib/pairing/clean-value'
import { Problem } from '@/components/query/request'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { HiddenCharacters } from './hidden-characters.tsx'
import { useReplaceValue } from './queries.ts'
import { ValueField } from './value-field.tsx'

interface ReplaceValueDialogProps {
  item: Key
  onClose: () => void
}

/** A new version by hand. The old one is kept as previous until it is revoked. */
export function ReplaceValueDialog({ item, onClose }: ReplaceValueDialogProps) {
  const [value, setValue] = useState('')
  const [reason, setReason] = useState('')
  const replace = useReplaceValue(item.id)
  const { cleaned, findings } = cleanValue(value)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    replace.mutate(
      { value, ...(reason.trim() ? { reason: reason.trim() } : {}) },
      {
        onSuccess: (key) => {
          toast(`${item.name} has version ${key.version}`, {
            detail: 'Test its pairing before you revoke the old value at the provider.',
          })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      open
      title={`Replace value of ${item.name}`}
      description={`Version ${item.version} stays in the history. The key keeps its id, so nothing that points to it changes.`}
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <ValueField
          label="New value"
          value={value}
          onChange={(event) => setValue(event.target.value)}
          error={messageOf(replace.error)}
          autoFocus
        />
        <HiddenCharacters value={value} findings={findings} onClean={() => setValue(cleaned)} />
        <Field label="Reason" optional>
          {(control) => (
            <Input {...control} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={1000} />
          )}
        </Field>
        <FormActions action="Replace value" busy={replace.isPending} disabled={!value} onCancel={onClose} />
      </form>
    </Dialog>
  )
}

function messageOf(error: Error | null): string | undefined {
  if (!error) return undefined
  return (error instanceof Problem && error.errors[0]?.message) || error.message
}
