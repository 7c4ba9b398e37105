'use client'

import { Controller, type UseFormReturn } from 'react-hook-form'
import type { PublicProvider } from '#lib/providers/public-provider'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { KeyFormValues } from './key-form.ts'
import { baseUrlHint, providerOptions } from './provider-options.ts'

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
              <Combobox
                {...control}
                value={field.value}
                onValueChange={(id) => {
                  field.onChange(id)
                  form.clearErrors('provider')
                }}
                search="Search providers"
                placeholder="Choose the provider"
                options={providerOptions(providers)}
              />
            )}
          />
        )}
      </Field>
      <Field
        label={chosen?.address?.label ?? 'Base URL'}
        optional={!needsUrl}
        hint={baseUrlHint(chosen)}
        error={errors.baseUrl?.message}
      >
        {(control) => (
          <Input
            {...control}
            {...form.register('baseUrl')}
            type="url"
            mono
            placeholder={chosen?.baseUrl ?? chosen?.address?.example ?? 'https://'}
          />
        )}
      </Field>
    </>
  )
}
