'use client'

import { Stethoscope } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { maskValue } from '#lib/format/mask-value'
import { cleanValue } from '#lib/pairing/clean-value'
import type { PublicProvider } from '#lib/providers/public-provider'
import { recognise } from '#lib/providers/recognise'
import { baseUrlHint, providerOptions } from '@/components/keys/provider-options'
import { RecognisedProvider } from '@/components/keys/recognised-provider'
import { ValueField } from '@/components/keys/value-field'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { EMPTY_APPLICATION, toApplication } from './application-draft.ts'
import type { StartProps } from './start-props.ts'
import { WhatIsKnown } from './what-is-known.tsx'

const OWN_FIELDS = ['value', 'provider', 'baseUrl']

/** Paste a value and begin. It is tested as it stands and kept nowhere: what hides in it is a finding, too. */
export function StartOfValue({ running, refusal, onStart, providers }: StartProps & { providers: PublicProvider[] }) {
  const [value, setValue] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [baseUrl, setBaseUrl] = useState('')
  const [known, setKnown] = useState(EMPTY_APPLICATION)
  const { cleaned } = cleanValue(value)
  const recognised = value ? recognise(cleaned, providers).find(({ by }) => by !== 'shared') : undefined
  const looksLike = providers.find(({ id }) => id === recognised?.providerId)
  const provider = providers.find(({ id }) => id === (chosen ?? looksLike?.id))
  const errorOf = (name: string) => refusal?.errors.find(({ path }) => path === name)?.message
  const isNamed = OWN_FIELDS.some((name) => errorOf(name))
  const start = (event: FormEvent) => {
    event.preventDefault()
    if (!provider || !value) return
    const application = toApplication(known)
    onStart({ provider: provider.id, value, ...(baseUrl && { baseUrl }), ...(application && { application }) })
  }
  return (
    <form onSubmit={start} className="flex flex-col gap-4" noValidate>
      {refusal && !isNamed && <Notice tone="fail" title={refusal.message} />}
      <ValueField
        label="Value"
        hint="Tested once and forgotten. Only you will see what came of it."
        error={errorOf('value')}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      {looksLike && recognised && (
        <RecognisedProvider
          provider={looksLike.name}
          kind={recognised.kind ?? 'by its name'}
          masked={maskValue(cleaned, looksLike.keyFormats.find(({ kind }) => kind === recognised.kind)?.prefix)}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Provider" error={errorOf('provider')}>
          {(control) => (
            <Combobox
              {...control}
              value={provider?.id ?? ''}
              onValueChange={setChosen}
              search="Search providers"
              placeholder="Choose the provider"
              options={providerOptions(providers)}
            />
          )}
        </Field>
        <Field
          label={provider?.address?.label ?? 'Base URL'}
          optional={provider?.baseUrl !== null}
          hint={provider && baseUrlHint(provider)}
          error={errorOf('baseUrl')}
        >
          {(control) => (
            <Input
              {...control}
              mono
              type="url"
              placeholder={provider?.baseUrl ?? provider?.address?.example ?? 'https://'}
              value={baseUrl}
              onChange={(event) => setBaseUrl(event.target.value)}
            />
          )}
        </Field>
      </div>
      <WhatIsKnown draft={known} onChange={setKnown} errors={refusal?.errors} />
      <Button type="submit" variant="primary" className="self-end" busy={running} disabled={!value || !provider}>
        {!running && <Stethoscope aria-hidden />}
        Find the fault
      </Button>
    </form>
  )
}
