'use client'

import { useForm } from 'react-hook-form'
import { DEFAULT_SHARE_HOURS } from '#lib/shares/schema'
import { ValueField } from '@/components/keys/value-field'
import { showProblem } from '@/components/query/show-problem'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { MadeLink } from './made-link.tsx'
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
    <Dialog
      open
      title={share.data ? 'Send this link' : 'Share a value once'}
      description={
        share.data ? undefined : 'Whoever has the link sees it, without signing in, and the link is used up.'
      }
      onOpenChange={(open) => !open && onClose()}
    >
      {share.data ? (
        <MadeLink made={share.data} onDone={onClose} />
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
          {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
          <ValueField label="Value" rows={3} error={errors.value?.message} {...register('value')} />
          <Field label="Name" optional hint="What it is, for you and its reader." error={errors.name?.message}>
            {(own) => <Input {...own} {...register('name')} />}
          </Field>
          <Field label="Hours until it expires" hint="168 at most." error={errors.hours?.message}>
            {(own) => <Input {...own} {...register('hours')} type="number" min={1} max={168} />}
          </Field>
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" variant="primary" busy={share.isPending}>
              Make link
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
