'use client'

import { useForm } from 'react-hook-form'
import type { Key } from '#lib/keys/schema'
import { DEFAULT_SHARE_HOURS } from '#lib/shares/schema'
import { showProblem } from '@/components/query/show-problem'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { MadeLink } from './made-link.tsx'
import { useCreateShare } from './queries.ts'

interface ShareDialogProps {
  item: Pick<Key, 'id' | 'name' | 'protected'>
  onClose: () => void
}

/** A link that hands the value over once; then the link, to be copied and sent. */
export function ShareDialog({ item, onClose }: ShareDialogProps) {
  const share = useCreateShare()
  const { register, handleSubmit, setError, formState } = useForm({
    defaultValues: { reason: '', hours: String(DEFAULT_SHARE_HOURS) },
  })
  const submit = handleSubmit(async ({ reason, hours }) => {
    try {
      await share.mutateAsync({ key: item.id, expiresInHours: Number(hours), ...(reason ? { reason } : {}) })
    } catch (error) {
      showProblem(error, setError, ['reason', 'hours'])
    }
  })
  const { errors } = formState
  return (
    <Dialog
      open
      title={share.data ? 'Send this link' : `Share ${item.name} once`}
      description={
        share.data
          ? undefined
          : 'Whoever has the link sees the value, without signing in, and the link is used up. A second try warns you.'
      }
      onOpenChange={(open) => !open && onClose()}
    >
      {share.data ? (
        <MadeLink made={share.data} onDone={onClose} />
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
          {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
          {item.protected && (
            <Field
              label="Reason"
              hint="This environment is protected: say whom it is for."
              error={errors.reason?.message}
            >
              {(own) => <Input {...own} {...register('reason')} autoFocus />}
            </Field>
          )}
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
