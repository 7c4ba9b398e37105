'use client'

import { useForm } from 'react-hook-form'
import { DEFAULT_OVERLAP_HOURS, type ScopedKey } from '#lib/scoped-keys/schema'
import { showProblem } from '@/components/query/show-problem'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { useRotateScopedKey } from './queries.ts'
import { ScopedSecret } from './scoped-secret.tsx'

interface RotateScopedKeyDialogProps {
  scopedKey: ScopedKey
  origin: string
  onClose: () => void
}

/** A new secret for the same key; then the secret, to be copied once. */
export function RotateScopedKeyDialog({ scopedKey, origin, onClose }: RotateScopedKeyDialogProps) {
  const rotate = useRotateScopedKey()
  const { register, handleSubmit, setError, formState } = useForm({ defaultValues: { reason: '' } })
  const submit = handleSubmit(async ({ reason }) => {
    try {
      await rotate.mutateAsync({ id: scopedKey.id, ...(reason ? { reason } : {}) })
    } catch (error) {
      showProblem(error, setError, ['reason'])
    }
  })
  return (
    <Dialog
      open
      title={rotate.data ? 'Copy the new secret' : `Rotate ${scopedKey.name}?`}
      description={
        rotate.data
          ? undefined
          : `It keeps its name, its reach and its expiry. The secret in use works for ${DEFAULT_OVERLAP_HOURS} hours more, so that nothing stops.`
      }
      onOpenChange={(open) => !open && onClose()}
    >
      {rotate.data ? (
        <ScopedSecret made={rotate.data} origin={origin} onDone={onClose} />
      ) : (
        <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
          {formState.errors.root?.message && <Notice tone="fail" title={formState.errors.root.message} />}
          {scopedKey.protected && (
            <Field
              label="Reason"
              hint="This environment is protected: it is kept with the event."
              error={formState.errors.reason?.message}
            >
              {(own) => <Input {...own} {...register('reason')} autoFocus />}
            </Field>
          )}
          <FormActions action="Make a new secret" busy={rotate.isPending} onCancel={onClose} />
        </form>
      )}
    </Dialog>
  )
}
