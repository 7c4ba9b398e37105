'use client'

import { useId, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { DEFAULT_LIFE_DAYS } from '#lib/scoped-keys/schema'
import { useMe } from '@/components/access/me'
import { firstPlace, type Place, placeId } from '@/components/keys/places'
import { showProblem } from '@/components/query/show-problem'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { lifetimes } from './lifetimes.ts'
import { useCreateScopedKey } from './queries.ts'
import { ScopedSecret } from './scoped-secret.tsx'

interface Values {
  name: string
  keyNames: string
  expiresInDays: string
  addresses: string
  maxUses: string
  mayTest: boolean
  reason: string
}

const FIELDS = ['name', 'keyNames', 'expiresInDays', 'addresses', 'maxUses', 'reason'] as const
interface CreateScopedKeyDialogProps {
  /** Where the person may make one, the least protected first. */
  places: Place[]
  origin: string
  /** What will use it, where that is known. */
  name?: string
  onClose: () => void
}

/** Two clicks for what most need: all keys of development, for 30 days. Then the secret, to be copied once. */
export function CreateScopedKeyDialog({ places, origin, name, onClose }: CreateScopedKeyDialogProps) {
  const create = useCreateScopedKey()
  return (
    <Dialog
      open
      title={create.data ? 'Copy the scoped key' : 'New scoped key'}
      description={create.data ? undefined : 'For a program, in one environment. It may never do more than you may.'}
      onOpenChange={(open) => !open && onClose()}
    >
      {create.data ? (
        <ScopedSecret made={create.data} origin={origin} onDone={onClose} />
      ) : (
        <ScopedKeyForm places={places} name={name} create={create} onCancel={onClose} />
      )}
    </Dialog>
  )
}

interface ScopedKeyFormProps {
  places: Place[]
  name: string | undefined
  create: ReturnType<typeof useCreateScopedKey>
  onCancel: () => void
}

function ScopedKeyForm({ places, name: given, create, onCancel }: ScopedKeyFormProps) {
  const [at, setAt] = useState(() => firstPlace(places, {}))
  const place = places.find((each) => placeId(each) === at)
  const me = useMe()
  const mayTestId = useId()
  const most = place?.scopedKeyDays ?? DEFAULT_LIFE_DAYS
  const { register, control, handleSubmit, setError, formState } = useForm<Values>({
    defaultValues: {
      name: given ?? `${me.name}’s laptop`.slice(0, 100),
      keyNames: '*',
      expiresInDays: String(DEFAULT_LIFE_DAYS),
      addresses: '',
      maxUses: '',
      mayTest: false,
      reason: '',
    },
  })
  const { errors } = formState
  const submit = handleSubmit(async ({ name, keyNames, expiresInDays, addresses, maxUses, mayTest, reason }) => {
    try {
      await create.mutateAsync({
        project: place?.projectSlug ?? '',
        environment: place?.environmentSlug ?? '',
        name,
        keyNames: listed(keyNames),
        actions: mayTest ? ['fetch', 'test'] : ['fetch'],
        expiresInDays: Math.min(Number(expiresInDays), most),
        addresses: listed(addresses),
        maxUses: maxUses ? Number(maxUses) : null,
        ...(reason ? { reason } : {}),
      })
    } catch (error) {
      showProblem(error, setError, FIELDS)
    }
  })
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
      <Field label="Name" hint="What will use it, so that you know what to end." error={errors.name?.message}>
        {(own) => (
          <Input {...own} {...register('name', { required: 'Say what will use it.', maxLength: 100 })} autoFocus />
        )}
      </Field>
      <Field label="Environment">
        {(own) => (
          <Select
            {...own}
            value={at ?? ''}
            onValueChange={setAt}
            options={places.map((each) => ({
              value: placeId(each),
              label: each.environmentName,
              detail: each.projectName,
            }))}
          />
        )}
      </Field>
      {place?.protected && (
        <Field
          label="Reason"
          hint="This environment is protected: it is kept with the key."
          error={errors.reason?.message}
        >
          {(own) => <Input {...own} {...register('reason')} placeholder="the deploy job reads its keys" />}
        </Field>
      )}
      <Field label="Expires after" error={errors.expiresInDays?.message}>
        {(own) => (
          <Controller
            control={control}
            name="expiresInDays"
            render={({ field }) => (
              <Select
                {...own}
                value={String(Math.min(Number(field.value), most))}
                onValueChange={field.onChange}
                options={lifetimes(most, DEFAULT_LIFE_DAYS < most ? undefined : most)}
              />
            )}
          />
        )}
      </Field>
      <details className="group rounded-md border px-3 py-2">
        <summary className="cursor-default font-medium text-sm">More</summary>
        <div className="mt-3 flex flex-col gap-4">
          <Field
            label="Keys"
            hint="Names, with commas between them; * stands for any letters: OPENAI_*, STRIPE_KEY."
            error={errors.keyNames?.message}
          >
            {(own) => <Input mono {...own} {...register('keyNames', { required: 'Name at least one, or *.' })} />}
          </Field>
          <Field
            label="Addresses"
            optional
            hint="Where it may be used from: 192.0.2.7, 10.0.0.0/8."
            error={errors.addresses?.message}
          >
            {(own) => <Input mono {...own} {...register('addresses')} />}
          </Field>
          <div className="flex items-center gap-2 text-sm">
            <Controller
              control={control}
              name="mayTest"
              render={({ field }) => <Checkbox id={mayTestId} checked={field.value} onCheckedChange={field.onChange} />}
            />
            <label htmlFor={mayTestId}>It may also test keys against their providers.</label>
          </div>
          <Field label="Uses" optional hint="How many times it may fetch or test." error={errors.maxUses?.message}>
            {(own) => <Input {...own} {...register('maxUses')} type="number" min={1} />}
          </Field>
        </div>
      </details>
      <FormActions action="Make scoped key" busy={create.isPending} onCancel={onCancel} />
    </form>
  )
}

function listed(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .map((each) => each.trim())
    .filter(Boolean)
}
