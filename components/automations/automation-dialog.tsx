'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import type { Automation, KeyApiDescription } from '#lib/automations/schema'
import type { Key } from '#lib/keys/schema'
import { ValueField } from '@/components/keys/value-field'
import { showProblem } from '@/components/query/show-problem'
import { Dialog } from '@/components/ui/dialog'
import { ErrorState } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { FormActions } from '@/components/ui/form-actions'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { keyApisQuery, makersQuery, useSetAutomation, useStoreMaker } from './queries.ts'

const NEW = 'new'

interface AutomationDialogProps {
  item: Key
  automation: Automation | null
  onClose: () => void
}

/** Which key API makes the next value, and with which credential. It is tried before anything is kept. */
export function AutomationDialog({ item, automation, onClose }: AutomationDialogProps) {
  const apis = useQuery(keyApisQuery())
  const makers = useQuery(makersQuery(item.project))
  const error = apis.error ?? makers.error
  const usable = apis.data?.items.filter(({ id }) => id === item.provider || id === 'endpoint')
  return (
    <Dialog
      open
      title={`Automate ${item.name}`}
      description="The credential is tried first: it has to list the keys there. Nothing is kept where it does not."
      onOpenChange={(open) => !open && onClose()}
    >
      {error ? (
        <ErrorState title="What it takes could not be read">{error.message}</ErrorState>
      ) : usable && makers.data ? (
        <AutomationForm
          item={item}
          automation={automation}
          apis={usable}
          makers={makers.data.items.filter(({ provider }) => provider === item.provider)}
          onClose={onClose}
        />
      ) : (
        <Skeleton className="h-64" />
      )}
    </Dialog>
  )
}

interface AutomationFormProps extends AutomationDialogProps {
  apis: KeyApiDescription[]
  makers: Key[]
}

export function AutomationForm({ item, automation, apis, makers, onClose }: AutomationFormProps) {
  const set = useSetAutomation(item.id)
  const store = useStoreMaker()
  const { control, register, handleSubmit, setError, setValue, watch, formState } = useForm({
    defaultValues: {
      api: automation?.api ?? apis.find(({ id }) => id === item.provider)?.id ?? 'endpoint',
      maker: automation?.maker.id ?? makers[0]?.id ?? NEW,
      name: `${item.name}_MAKER`,
      value: '',
      baseUrl: automation?.baseUrl ?? '',
      settings: automation?.settings ?? ({} as Record<string, string>),
    },
  })
  const [stored, setStored] = useState<Key[]>([])
  const { errors } = formState
  const chosen = apis.find(({ id }) => id === watch('api'))
  const isNew = watch('maker') === NEW
  const names = (chosen?.settings ?? []).map(({ name }) => `settings.${name}` as const)
  const submit = handleSubmit(async ({ api, maker, name, value, baseUrl, settings }) => {
    try {
      let id = maker
      if (maker === NEW) {
        const place = { project: item.projectId, environment: item.environmentId, provider: item.provider }
        const made = await store.mutateAsync({ ...place, name, value, purpose: 'rotation' })
        id = made.id
        // It is kept, and not stored once more where the rest is refused.
        setStored((before) => [...before, made])
        setValue('maker', made.id)
      }
      const wanted = Object.fromEntries((chosen?.settings ?? []).map((each) => [each.name, settings[each.name] ?? '']))
      await set.mutateAsync({ api, maker: id, settings: wanted, ...(baseUrl ? { baseUrl } : {}) })
      toast(`Claviger makes the values of ${item.name} from now on`)
      onClose()
    } catch (problem) {
      showProblem(problem, setError, ['name', 'value', 'baseUrl', 'maker', ...names])
    }
  })
  const options = [...makers, ...stored].map(({ id, name, environment }) => ({
    value: id,
    label: name,
    detail: environment,
  }))
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
      {apis.length > 1 && (
        <Field label="Made through">
          {(own) => (
            <Controller
              control={control}
              name="api"
              render={({ field }) => (
                <Select
                  {...own}
                  value={field.value}
                  onValueChange={field.onChange}
                  options={apis.map(({ id }) => ({
                    value: id,
                    label: id === 'endpoint' ? 'A server of your own' : `The key API of ${id}`,
                  }))}
                />
              )}
            />
          )}
        </Field>
      )}
      {chosen?.preview && (
        <Notice tone="info" title="Preview">
          {chosen.preview}
        </Notice>
      )}
      <Field label={chosen?.maker.name ?? 'Credential'} hint={chosen?.maker.hint} error={errors.maker?.message}>
        {(own) => (
          <Controller
            control={control}
            name="maker"
            render={({ field }) => (
              <Select
                {...own}
                value={field.value}
                onValueChange={field.onChange}
                options={[...options, { value: NEW, label: 'A new one' }]}
              />
            )}
          />
        )}
      </Field>
      {isNew && (
        <>
          <Field label="Name of the credential" error={errors.name?.message}>
            {(own) => <Input mono {...own} {...register('name')} />}
          </Field>
          <ValueField label="Credential" error={errors.value?.message} {...register('value')} />
        </>
      )}
      {chosen?.settings.map(({ name, label, hint, usual }) => (
        <Field key={name} label={label} hint={hint} optional={usual !== null} error={errors.settings?.[name]?.message}>
          {(own) => <Input mono {...own} {...register(`settings.${name}`)} placeholder={usual ?? ''} />}
        </Field>
      ))}
      <Field
        label="Address"
        optional={chosen?.id !== 'endpoint'}
        hint={chosen?.baseUrl ?? 'https://…; a private one must be among CLAVIGER_OUTBOUND_ALLOW.'}
        error={errors.baseUrl?.message}
      >
        {(own) => <Input mono {...own} {...register('baseUrl')} />}
      </Field>
      <FormActions action="Try and automate" busy={store.isPending || set.isPending} onCancel={onClose} />
    </form>
  )
}
