'use client'

import { useQuery } from '@tanstack/react-query'
import { Controller, useForm } from 'react-hook-form'
import { nextDates } from '#lib/format/next-dates'
import type { PolicyScope, RotationPolicy, SetPolicyInput } from '#lib/rotation-policies/schema'
import { showProblem } from '@/components/query/show-problem'
import { Checkbox } from '@/components/ui/checkbox'
import { ChoiceField } from '@/components/ui/choice-field'
import { Dialog } from '@/components/ui/dialog'
import { ErrorState } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { NextDates } from './next-dates.tsx'
import { policyQuery, useSetPolicy } from './queries.ts'

interface PolicyDialogProps {
  scope: PolicyScope
  id: string
  name: string
  onClose: () => void
}

const WHOSE = { key: 'this key', environment: 'the keys of this environment', project: 'the keys of this project' }

/** When keys are rotated, and who is told. What is left empty is as the wider scope says. */
export function PolicyDialog(props: PolicyDialogProps) {
  const { scope, id, name, onClose } = props
  const query = useQuery(policyQuery(scope, id))
  return (
    <Dialog
      open
      title={`When to rotate ${name}`}
      description={`For ${WHOSE[scope]}. What is left empty is as ${scope === 'project' ? 'it comes' : 'the wider policy says'}.`}
      onOpenChange={(open) => !open && onClose()}
    >
      {query.error ? (
        <ErrorState title="The policy could not be read">{query.error.message}</ErrorState>
      ) : query.data ? (
        <PolicyForm {...props} policy={query.data} />
      ) : (
        <Skeleton className="h-72" />
      )}
    </Dialog>
  )
}

const FIELDS = ['everyDays', 'rotateAt', 'maxAgeDays', 'overlapHours', 'leadDays', 'ownerEmail', 'backupEmail'] as const
const numberOf = (text: string) => (text.trim() === '' ? null : Number(text))

export function PolicyForm({ scope, id, name, policy, onClose }: PolicyDialogProps & { policy: RotationPolicy }) {
  const set = useSetPolicy(scope, id)
  const { own, effective } = policy
  const { control, register, handleSubmit, setError, watch, formState } = useForm({
    defaultValues: {
      everyDays: own?.everyDays?.toString() ?? (effective.everyDays === null ? '90' : ''),
      rotateAt: own?.rotateAt?.slice(0, 10) ?? '',
      maxAgeDays: own?.maxAgeDays?.toString() ?? '',
      overlapHours: own?.overlapHours?.toString() ?? '',
      leadDays: own?.leadDays.join(', ') ?? '',
      ownerEmail: own?.owner?.email ?? '',
      backupEmail: own?.backup?.email ?? '',
      byItself: own?.byItself ?? effective.byItself,
    },
  })
  const { errors } = formState
  const typed = watch()
  const dates = nextDates({
    since: policy.since ? new Date(policy.since) : new Date(),
    everyDays: numberOf(typed.everyDays) ?? (own?.everyDays ? null : effective.everyDays),
    maxAgeDays: numberOf(typed.maxAgeDays) ?? (own?.maxAgeDays ? null : effective.maxAgeDays),
    rotateAt: typed.rotateAt ? new Date(`${typed.rotateAt}T00:00:00Z`) : null,
  })
  const submit = handleSubmit(
    async ({ everyDays, rotateAt, maxAgeDays, overlapHours, leadDays, ownerEmail, backupEmail, byItself }) => {
      const body: SetPolicyInput = {
        everyDays: numberOf(everyDays),
        maxAgeDays: numberOf(maxAgeDays),
        overlapHours: numberOf(overlapHours),
        leadDays: leadDays
          .split(/[\s,]+/)
          .filter(Boolean)
          .map(Number),
        ownerEmail: ownerEmail.trim() || null,
        backupEmail: backupEmail.trim() || null,
        byItself,
        ...(scope === 'key' ? { rotateAt: rotateAt ? `${rotateAt}T00:00:00Z` : null } : {}),
      }
      try {
        await set.mutateAsync(body)
        toast(`It is settled when to rotate ${name}`)
        onClose()
      } catch (error) {
        showProblem(error, setError, FIELDS)
      }
    },
  )
  const wider = (value: number | null, unit: string) => (value === null ? '' : `${value} ${unit}`)
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Every, in days" optional error={errors.everyDays?.message}>
          {(own) => (
            <Input
              {...own}
              {...register('everyDays')}
              inputMode="numeric"
              placeholder={wider(effective.everyDays, 'days')}
            />
          )}
        </Field>
        <Field label="Never older than, in days" optional error={errors.maxAgeDays?.message}>
          {(own) => (
            <Input
              {...own}
              {...register('maxAgeDays')}
              inputMode="numeric"
              placeholder={wider(effective.maxAgeDays, 'days')}
            />
          )}
        </Field>
        {scope === 'key' && (
          <Field label="Once, on this day" optional error={errors.rotateAt?.message}>
            {(own) => <Input {...own} {...register('rotateAt')} type="date" />}
          </Field>
        )}
        <Field label="Overlap in hours" optional error={errors.overlapHours?.message}>
          {(own) => (
            <Input
              {...own}
              {...register('overlapHours')}
              inputMode="numeric"
              placeholder={wider(effective.overlapHours, 'hours')}
            />
          )}
        </Field>
      </div>
      <p className="text-sm">
        <span className="text-muted">{policy.since ? 'Next: ' : 'A key that is stored now: '}</span>
        <NextDates dates={dates} />
      </p>
      <Field
        label="Warned, days before"
        optional
        hint="Numbers with commas between them."
        error={errors.leadDays?.message}
      >
        {(own) => <Input {...own} {...register('leadDays')} placeholder={effective.leadDays.join(', ')} />}
      </Field>
      {scope !== 'key' && (
        <Field label="Owner of keys without one" optional hint="Is told first." error={errors.ownerEmail?.message}>
          {(own) => (
            <Input {...own} {...register('ownerEmail')} type="email" placeholder={effective.owner?.email ?? ''} />
          )}
        </Field>
      )}
      <Field
        label="Backup"
        optional
        hint="The address of a member, who is told after the owner."
        error={errors.backupEmail?.message}
      >
        {(own) => (
          <Input {...own} {...register('backupEmail')} type="email" placeholder={effective.backup?.email ?? ''} />
        )}
      </Field>
      <ChoiceField
        label="Claviger rotates by itself what it can make"
        hint="Keys without an automation wait for a person."
      >
        {(own) => (
          <Controller
            control={control}
            name="byItself"
            render={({ field }) => (
              <Checkbox {...own} checked={field.value} onCheckedChange={(on) => field.onChange(on === true)} />
            )}
          />
        )}
      </ChoiceField>
      <FormActions action="Save" busy={set.isPending} onCancel={onClose} />
    </form>
  )
}
