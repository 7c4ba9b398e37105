'use client'

import { useForm } from 'react-hook-form'
import { DEFAULT_SHARE_HOURS } from '#lib/shares/schema'
import { ValueField } from '@/components/keys/value-field'
import { showProblem } from '@/components/query/show-problem'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { HoursField, LinkDialog } from './link-dialog.tsx'
import { useCreateShare } from './queries.ts'

/** A link to something that Claviger does not keep: a password for a new colleague, say. */
export function ShareValueDialog({ onClose }: { onClose: () => void }) {
  const share = useCreateShare()
  const { register, handleSubmit, setError, formState } = useForm({
    defaultValues: { name: '', value: '', hours: String(DEFAULT_SHARE_HOURS) },
  })
  const { errors } = formState
  const submit = handleSubmit(async ({ name, value, hours }) => {
    try {
      await share.mutateAsync({ value, expiresInHours: Number(hours), ...(name ? { name } : {}) })
    } catch (error) {
      showProblem(error, setError, ['name', 'value', 'hours'])
    }
  })
  return (
    <LinkDialog
      title="Share a value once"
      description="Whoever has the link sees it, without signing in, and the link is used up."
      share={share}
      problem={errors.root?.message}
      onSubmit={submit}
      onClose={onClose}
    >
      <ValueField label="Value" rows={3} error={errors.value?.message} {...register('value')} />
      <Field label="Name" optional hint="What it is, for you and its reader." error={errors.name?.message}>
        {(own) => <Input {...own} {...register('name')} />}
      </Field>
      <HoursField {...register('hours')} error={errors.hours?.message} />
    </LinkDialog>
  )
}
