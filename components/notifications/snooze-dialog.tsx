'use client'

import { useForm } from 'react-hook-form'
import type { Warning } from '#lib/warnings/schema'
import { showProblem } from '@/components/query/show-problem'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { useSnoozeWarning } from './queries.ts'

const DAY_MS = 86_400_000

/** Puts a warning off: everybody may read why, and until when. */
export function SnoozeDialog({ warning, onClose }: { warning: Warning; onClose: () => void }) {
  const snooze = useSnoozeWarning(warning.id)
  const { register, handleSubmit, setError, formState } = useForm({
    defaultValues: { until: new Date(Date.now() + 3 * DAY_MS).toISOString().slice(0, 10), reason: '' },
  })
  const { errors } = formState
  const submit = handleSubmit(async ({ until, reason }) => {
    try {
      await snooze.mutateAsync({ until: `${until}T06:00:00Z`, reason })
      toast('It is put off')
      onClose()
    } catch (error) {
      showProblem(error, setError, ['until', 'reason'])
    }
  })
  return (
    <Dialog
      open
      title="Put this warning off"
      description={`${warning.title}. Nobody is told until then; then everybody is told anew.`}
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
        <Field label="Until" hint="90 days at most." error={errors.until?.message}>
          {(own) => <Input {...own} {...register('until')} type="date" />}
        </Field>
        <Field label="Reason" error={errors.reason?.message}>
          {(own) => <Input {...own} {...register('reason')} autoFocus />}
        </Field>
        <FormActions action="Put it off" busy={snooze.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
