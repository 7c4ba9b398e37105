'use client'

import { useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import type { Key } from '#lib/keys/schema'
import type { PublicProvider } from '#lib/providers/public-provider'
import { ValueField } from '@/components/keys/value-field'
import { showProblem } from '@/components/query/show-problem'
import { useStartRotation } from '@/components/rotations/queries'
import { Dialog } from '@/components/ui/dialog'
import { ErrorState } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { ExposureView } from './exposure-view.tsx'
import { exposureQuery } from './queries.ts'

interface CompromisedDialogProps {
  item: Key
  provider: PublicProvider | undefined
  onClose: () => void
}

/** What a lost value hits, then one step: it is replaced, and ends without any overlap. */
export function CompromisedDialog({ item, provider, onClose }: CompromisedDialogProps) {
  const exposure = useQuery(exposureQuery(item.id))
  const start = useStartRotation(item.id)
  const isAutomatic = item.rotation.mode === 'automatic'
  const { register, handleSubmit, setError, formState } = useForm({ defaultValues: { value: '', reason: '' } })
  const { errors } = formState
  const submit = handleSubmit(async ({ value, reason }) => {
    try {
      const body = { emergency: true, reason: reason || 'Compromised.', ...(isAutomatic ? {} : { value }) }
      const { state, test } = await start.mutateAsync(body)
      if (state === 'refused') return setError('value', { message: test?.headline ?? 'It was refused.' })
      toast(`${item.name} is being replaced`, {
        detail: isAutomatic
          ? 'The old value is ended at its provider at once.'
          : 'Revoke the old value at its provider now.',
      })
      onClose()
    } catch (error) {
      showProblem(error, setError, ['value', 'reason'])
    }
  })
  return (
    <Dialog
      open
      title={`${item.name} is compromised`}
      description={
        isAutomatic
          ? 'A new value is made and tested, and the old one is ended at once: whoever has not got the new one fails.'
          : 'The new value is current at once, without any overlap. The old one has to be revoked at its provider.'
      }
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
        {exposure.error ? (
          <ErrorState title="Who had it could not be read">{exposure.error.message}</ErrorState>
        ) : exposure.data ? (
          <ExposureView exposure={exposure.data} />
        ) : (
          <Skeleton className="h-32" />
        )}
        {!isAutomatic && (
          <>
            {provider?.dashboard && (
              <a
                href={provider.dashboard}
                target="_blank"
                rel="noreferrer"
                className="self-start rounded-sm text-sm underline"
              >
                Make a new key at {provider.name}
              </a>
            )}
            <ValueField label="New value" error={errors.value?.message} {...register('value')} />
          </>
        )}
        <Field label="Reason" optional error={errors.reason?.message}>
          {(own) => <Input {...own} {...register('reason')} placeholder="Compromised." />}
        </Field>
        <FormActions action="Replace and end it now" danger busy={start.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
