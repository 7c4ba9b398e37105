'use client'

import { Controller, type UseFormReturn } from 'react-hook-form'
import type { PublicProvider } from '#lib/providers/public-provider'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { KeyFormValues } from './key-form.ts'

/** Provider, and the base URL where it has none of its own or the team uses another. */
export function ProviderField({
  form,
  providers,
}: {
  form: UseFormReturn<KeyFormValues>
  providers: PublicProvider[]
}) {
  const { errors } = form.formState
  const chosen = providers.find(({ id }) => id === form.watch('provider'))
  const needsUrl = chosen?.baseUrl === null
  return (
    <>
      <Field label="Provider" error={errors.provider?.message}>
        {(control) => (
          <Controller
            control={form.control}
            name="provider"
            render={({ field }) => (
              <Select
                {...control}
                value={field.value}
                onValueChange={(id) => {
                  field.onChange(id)
                  form.clearErrors('provider')
                }}
                placeholder="Choose the provider"
                options={providers.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
          />
        )}
      </Field>
      <Field
        label="Base URL"
        optional={!needsUrl}
        hint={needsUrl ? 'Your own address of this provider.' : 'Only where you use another than the usual one.'}
        error={errors.baseUrl?.message}
      >
        {(control) => (
          <Input
            {...control}
            {...form.register('baseUrl')}
            type="url"
            mono
            placeholder={chosen?.baseUrl ?? 'https://'}
          />
        )}
      </Field>
    </>
  )
}
