'use client'

import { useForm } from 'react-hook-form'
import type { Key } from '#lib/keys/schema'
import { DEFAULT_SHARE_HOURS } from '#lib/shares/schema'
import { showProblem } from '@/components/query/show-problem'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { HoursField, LinkDialog } from './link-dialog.tsx'
import { useCreateShare } from './queries.ts'

interface ShareDialogProps {
  item: Pick<Key, 'id' | 'name' | 'protected'>
  onClose: () => void
}

/** A link that hands the value of a key over once. */
export function ShareDialog({ item, onClose }: ShareDialogProps) {
  const share = useCreateShare()
  const { register, handleSubmit, setError, formState } = useForm({
    defaultValues: { reason: '', hours: String(DEFAULT_SHARE_HOURS) },
  })
  const { errors } = formState
  const submit = handleSubmit(async ({ reason, hours }) => {
    try {
      await share.mutateAsync({ key: item.id, expiresInHours: Number(hours), ...(reason ? { reason } : {}) })
    } catch (error) {
      showProblem(error, setError, ['reason', 'hours'])
    }
  })
  return (
    <LinkDialog
      title={`Share ${item.name} once`}
      description="Whoever has the link sees the value, without signing in, and the link is used up. A second try warns you."
      share={share}
      problem={errors.root?.message}
      onSubmit={submit}
      onClose={onClose}
    >
      {item.protected && (
        <Field label="Reason" hint="This environment is protected: say whom it is for." error={errors.reason?.message}>
          {(own) => <Input {...own} {...register('reason')} autoFocus />}
        </Field>
      )}
      <HoursField {...register('hours')} error={errors.hours?.message} />
    </LinkDialog>
  )
}
