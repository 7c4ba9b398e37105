'use client'

import { Controller, type UseFormReturn } from 'react-hook-form'
import type { PublicProvider } from '#lib/providers/public-provider'
import { categoryWords } from '@/components/providers/category-words'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
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
              <Combobox
                {...control}
                value={field.value}
                onValueChange={(id) => {
                  field.onChange(id)
                  form.clearErrors('provider')
                }}
                search="Search providers"
                placeholder="Choose the provider"
                options={providers.map(({ id, name, category, variables }) => ({
                  value: id,
                  label: name,
                  detail: categoryWords(category),
                  keywords: [id, ...variables],
                }))}
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

function baseUrlHint(provider: PublicProvider | undefined): string {
  if (provider?.baseUrl === null) return 'Your own address of this provider.'
  const sites = provider?.sites.filter(({ baseUrl }) => baseUrl !== provider.baseUrl) ?? []
  if (sites.length === 0) return 'Only where you use another than the usual one.'
  return `The usual one where you leave it out. ${sites.map(({ name, baseUrl }) => `${name}: ${baseUrl}`).join(', ')}`
}
