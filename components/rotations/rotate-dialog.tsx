'use client'

import { ExternalLink } from 'lucide-react'
import { useForm } from 'react-hook-form'
import type { Key } from '#lib/keys/schema'
import type { PublicProvider } from '#lib/providers/public-provider'
import type { Rotation } from '#lib/rotations/schema'
import { ValueField } from '@/components/keys/value-field'
import { showProblem } from '@/components/query/show-problem'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { useStartRotation } from './queries.ts'

const FIELDS = ['value', 'overlapHours', 'reason'] as const
const ASKED =
  'The provider is asked for a new key. It becomes current once it is tested, and the old one is ended after the overlap.'

interface RotateDialogProps {
  item: Key
  provider: PublicProvider | undefined
  onClose: () => void
}

/** A new value, tested live before it counts. What it cannot that the old one could is said before anything is done. */
export function RotateDialog({ item, provider, onClose }: RotateDialogProps) {
  const start = useStartRotation(item.id)
  const { register, handleSubmit, setError, formState } = useForm({
    defaultValues: { value: '', overlapHours: '', reason: '' },
  })
  const { errors } = formState
  const isAutomatic = item.rotation.mode === 'automatic'
  const run = (rehearse: boolean) =>
    handleSubmit(async ({ value, overlapHours, reason }) => {
      try {
        const hours = overlapHours === '' ? {} : { overlapHours: Number(overlapHours) }
        const body = { ...hours, rehearse, ...(reason ? { reason } : {}) }
        const { state, toVersion } = await start.mutateAsync(isAutomatic ? body : { ...body, value })
        if (isAutomatic) return onClose()
        if (state !== 'draining') return
        toast(`${item.name} has version ${toVersion}`, { detail: 'The old value stays valid until you revoke it.' })
        onClose()
      } catch (error) {
        showProblem(error, setError, FIELDS)
      }
    })
  return (
    <Dialog
      open
      title={`Rotate ${item.name}`}
      description={
        isAutomatic ? ASKED : 'The new value is tested first. It becomes current only where its provider accepts it.'
      }
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={run(false)} className="flex flex-col gap-4" noValidate>
        {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
        {start.data && <Outcome rotation={start.data} />}
        {!isAutomatic && provider?.dashboard && (
          <a
            href={provider.dashboard}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1.5 self-start rounded-sm text-sm underline"
          >
            Make a new key at {provider.name}
            <ExternalLink aria-hidden className="size-3.5" />
          </a>
        )}
        {!isAutomatic && (
          <ValueField label="New value" error={errors.value?.message} {...register('value')} autoFocus />
        )}
        <Field
          label="Overlap in hours"
          optional
          hint="How long programs may still hold the old value. Left empty, it is as the policy says: a day where none does."
          error={errors.overlapHours?.message}
        >
          {(own) => <Input {...own} {...register('overlapHours')} type="number" min={0} max={720} />}
        </Field>
        <Field label="Reason" optional={!item.protected} error={errors.reason?.message}>
          {(own) => <Input {...own} {...register('reason')} />}
        </Field>
        <FormActions action="Rotate" busy={start.isPending} onCancel={onClose}>
          <Button busy={start.isPending} onClick={run(true)}>
            Rehearse
          </Button>
        </FormActions>
      </form>
    </Dialog>
  )
}

/** Of a rehearsal, or of a value that was refused: nothing has changed. */
export function Outcome({ rotation: { state, test, differences } }: { rotation: Rotation }) {
  const isRefused = state === 'refused'
  return (
    <Notice
      tone={isRefused ? 'fail' : differences.length > 0 ? 'warn' : 'ok'}
      title={isRefused ? (test?.headline ?? 'It was refused.') : 'It would work: its provider accepts it.'}
    >
      {differences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p>Nothing was changed.</p>
    </Notice>
  )
}
