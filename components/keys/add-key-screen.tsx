'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { FileUp, PlugZap } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { maskValue } from '#lib/format/mask-value'
import { cleanValue } from '#lib/pairing/clean-value'
import type { PublicProvider } from '#lib/providers/public-provider'
import { recognise } from '#lib/providers/recognise'
import { PageHeader } from '@/components/layout/page-header'
import { PairingGuide } from '@/components/pairing/pairing-guide'
import { PairingRun } from '@/components/pairing/pairing-run'
import { usePairing } from '@/components/pairing/use-pairing'
import { Problem } from '@/components/query/request'
import { showProblem } from '@/components/query/show-problem'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { IntoSight } from '@/components/ui/into-sight'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { HiddenCharacters } from './hidden-characters.tsx'
import { KeyDetailsFields } from './key-details-fields.tsx'
import { EMPTY_KEY_FORM, KeyFormValues, toDetails } from './key-form.ts'
import { KeySkeleton } from './key-skeleton.tsx'
import { PlaceField } from './place-field.tsx'
import { firstPlace, type Place, placeId } from './places.ts'
import { ProviderField } from './provider-field.tsx'
import { useCreateKey } from './queries.ts'
import { RecognisedProvider } from './recognised-provider.tsx'
import { ValueField } from './value-field.tsx'

interface AddKeyScreenProps {
  /** Environments in which this person may add keys. */
  places: Place[]
  providers: PublicProvider[]
  owners: { email: string; name: string }[]
  start: { project?: string; environment?: string; name?: string }
}

/** Paste, recognise, test, save: in that order, on one page. */
export function AddKeyScreen({ places, providers, owners, start }: AddKeyScreenProps) {
  const router = useRouter()
  const [value, setValue] = useState('')
  const [place, setPlace] = useState(() => firstPlace(places, start))
  const form = useForm<KeyFormValues>({
    resolver: zodResolver(KeyFormValues),
    defaultValues: { ...EMPTY_KEY_FORM, name: start.name ?? '' },
  })
  const create = useCreateKey()
  const pairing = usePairing()
  const [valueError, setValueError] = useState<string>()
  const [stored, setStored] = useState(false)
  const { cleaned, findings } = cleanValue(value)
  const recognised = value ? recognise(cleaned, providers).find(({ by }) => by !== 'shared') : undefined
  const provider = providers.find(({ id }) => id === recognised?.providerId)
  useFillIn(form, provider, value)

  const chosen = places.find((each) => placeId(each) === place)
  const test = () => {
    const { provider: id, baseUrl, permissions } = toDetails(form.getValues())
    if (!id) return form.setError('provider', { message: 'Choose the provider first.' })
    if (!value) return setValueError('Paste a value first.')
    pairing.run({
      provider: id,
      value,
      ...(baseUrl ? { baseUrl } : {}),
      ...(permissions?.length ? { permissions } : {}),
      ...(chosen ? { environment: `${chosen.projectSlug}/${chosen.environmentSlug}` } : {}),
    })
  }
  const save = form.handleSubmit(async (values) => {
    if (!value) return setValueError('Paste a value first.')
    if (!chosen) return form.setError('root', { message: 'Choose the environment in which the key is stored.' })
    try {
      const key = await create.mutateAsync({
        ...toDetails(values),
        project: chosen.projectSlug,
        environment: chosen.environmentSlug,
        value,
      })
      toast(`Stored ${key.name}`, { detail: 'Encrypted under the master key.' })
      // Nothing on this page keeps it while the next one loads; and Back leads past this form.
      setStored(true)
      setValue('')
      create.reset()
      router.replace(`/keys/${key.id}`)
    } catch (error) {
      const errors = error instanceof Problem ? error.errors : []
      const refused = errors.find(({ path }) => path === 'value')
      setValueError(refused?.message)
      if (refused && errors.length === 1) return
      showProblem(error, form.setError, ['name', 'provider', 'baseUrl', 'ownerEmail', 'permissions', 'tags', 'notes'])
    }
  })

  const { errors } = form.formState
  if (stored) return <KeySkeleton />
  return (
    <>
      <PageHeader
        title="Add key"
        trail={[{ label: 'Keys', href: '/keys' }]}
        description="Paste it; the provider is recognised. Test it before it is stored."
        actions={
          <Button asChild>
            <Link href="/keys/import">
              <FileUp aria-hidden />
              Import
            </Link>
          </Button>
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,520px)_minmax(0,1fr)]">
        <Card>
          <form onSubmit={save} className="flex flex-col gap-4" noValidate>
            {errors.root?.message && <Notice tone="fail" title={errors.root.message} />}
            <ValueField
              value={value}
              error={valueError}
              autoFocus
              onChange={(event) => {
                setValue(event.target.value)
                setValueError(undefined)
                form.clearErrors('root')
                pairing.reset()
              }}
            />
            {provider && recognised && (
              <RecognisedProvider
                provider={provider.name}
                kind={recognised.kind ?? 'by its name'}
                masked={maskValue(cleaned, provider.keyFormats.find(({ kind }) => kind === recognised.kind)?.prefix)}
              />
            )}
            <HiddenCharacters
              value={value}
              findings={findings}
              onClean={() => {
                setValue(cleaned)
                pairing.reset()
              }}
            />
            <ProviderField form={form} providers={providers} />
            <div className="grid gap-4 sm:grid-cols-2">
              <Field label="Name" hint="The variable that programs read." error={errors.name?.message}>
                {(control) => (
                  <Input {...control} {...form.register('name')} mono placeholder="OPENAI_API_KEY" autoComplete="off" />
                )}
              </Field>
              <PlaceField places={places} value={place} onChange={setPlace} />
            </div>
            <details className="group rounded-md border px-3 py-2">
              <summary className="cursor-pointer select-none font-medium text-sm">
                Expiry, rotation, owner, permissions
              </summary>
              <div className="mt-4 flex flex-col gap-4 pb-2">
                <KeyDetailsFields form={form} owners={owners} />
              </div>
            </details>
            <div className="flex flex-wrap justify-end gap-2 border-t pt-4">
              <Button onClick={test} busy={pairing.running}>
                <PlugZap aria-hidden />
                Test pairing
              </Button>
              <Button type="submit" variant="primary" busy={create.isPending} disabled={places.length === 0}>
                Store key
              </Button>
            </div>
          </form>
        </Card>
        <IntoSight when={pairing.running}>
          <PairingRun now={pairing.now} idle={<PairingGuide />} onRetry={test} />
        </IntoSight>
      </div>
    </>
  )
}

/** Fills provider and name from what was pasted, as long as the person has not typed others. */
function useFillIn(
  form: ReturnType<typeof useForm<KeyFormValues>>,
  provider: PublicProvider | undefined,
  value: string,
) {
  useEffect(() => {
    const { dirtyFields } = form.formState
    if (!provider || !value) return
    if (!dirtyFields.provider) form.setValue('provider', provider.id)
    if (!dirtyFields.name && !form.getValues('name')) form.setValue('name', provider.variables[0] ?? '')
  }, [form, provider, value])
}
