'use client'

import { FileUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { guessImportFormat } from '#lib/format/guess-import-format'
import { IMPORT_FORMATS, type ImportFormat } from '#lib/imports/schema'
import type { PublicProvider } from '#lib/providers/public-provider'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { FileButton } from '@/components/ui/file-button'
import { IntoSight } from '@/components/ui/into-sight'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { toast } from '@/components/ui/toast'
import { ImportPreview } from './import-preview.tsx'
import { KeysSkeleton } from './keys-skeleton.tsx'
import { PlaceField } from './place-field.tsx'
import { firstPlace, type Place, placeId } from './places.ts'
import { useImport, useUndoImport } from './queries.ts'
import { ValueField } from './value-field.tsx'

const FORMATS: Record<ImportFormat, string> = { dotenv: '.env', json: 'JSON', yaml: 'YAML', csv: 'CSV' }

interface ImportScreenProps {
  places: Place[]
  providers: PublicProvider[]
  /** The project's slug. */
  start?: string
}

/** Paste a file, look at what would happen line by line, then let it happen. */
export function ImportScreen({ places, providers, start }: ImportScreenProps) {
  const router = useRouter()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<ImportFormat>()
  const format = chosen ?? guessImportFormat(text)
  const [named, setNamed] = useState<Record<string, string>>({})
  const [place, setPlace] = useState(() => firstPlace(places, { project: start }))
  const [stored, setStored] = useState(false)
  const preview = useImport()
  const run = useImport()
  const undo = useUndoImport()
  const takeBack = (id: string) =>
    undo.mutate(id, {
      onSuccess: () => toast('Import taken back'),
      onError: (error) => toast('Not taken back', { tone: 'fail', detail: error.message }),
    })
  const target = places.find((each) => placeId(each) === place)
  const input = (dryRun: boolean, providerOf = named) => ({
    project: target?.projectSlug ?? '',
    environment: target?.environmentSlug ?? '',
    format,
    text,
    dryRun,
    ...(Object.keys(providerOf).length > 0 ? { providers: providerOf } : {}),
  })
  // A preview of something else than what would be stored is none.
  const forget = () => {
    preview.reset()
    run.reset()
  }
  const change = (next: string) => {
    setText(next)
    forget()
  }
  const choose = (name: string, provider: string) => {
    const next = { ...named, [name]: provider }
    setNamed(next)
    preview.mutate(input(true, next))
  }
  const look = (event: FormEvent) => {
    event.preventDefault()
    preview.mutate(input(true))
  }
  const store = () =>
    run.mutate(input(false), {
      onSuccess: ({ id, counts }) => {
        toast(`Imported ${counts.add + counts.change} keys`, {
          detail: `${counts.add} added, ${counts.change} changed.`,
          ...(id ? { action: { label: 'Undo', run: () => takeBack(id) } } : {}),
        })
        setStored(true)
        change('')
        const where = { project: target?.projectSlug ?? '', environment: target?.environmentSlug ?? '' }
        router.replace(`/keys?${new URLSearchParams(where)}`)
      },
    })
  const counts = preview.data?.counts
  const wouldWrite = counts ? counts.add + counts.change : 0
  const error = preview.error ?? run.error

  if (stored) return <KeysSkeleton />
  return (
    <>
      <PageHeader
        title="Import keys"
        trail={[{ label: 'Keys', href: '/keys' }]}
        description="Nothing is stored before you have seen what would be, and then all of it or nothing."
      />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <Card>
          <form className="flex flex-col gap-4" onSubmit={look}>
            {error && <Notice tone="fail" title={error.message} />}
            <PlaceField
              places={places}
              value={place}
              onChange={(next) => {
                setPlace(next)
                forget()
              }}
            />
            <ValueField
              label="Contents"
              hint="Quotes, export, comments and values of several lines are understood; ${…} is left alone."
              rows={12}
              value={text}
              placeholder={'OPENAI_API_KEY=…\nSTRIPE_SECRET_KEY=…'}
              onChange={(event) => change(event.target.value)}
            />
            <Field label="Format" hint="As Doppler, Infisical, 1Password and HashiCorp Vault export them, too.">
              {(own) => (
                <Select
                  {...own}
                  value={format}
                  onValueChange={(next) => {
                    setChosen(IMPORT_FORMATS.find((each) => each === next))
                    forget()
                  }}
                  options={IMPORT_FORMATS.map((each) => ({ value: each, label: FORMATS[each] }))}
                />
              )}
            </Field>
            <div className="flex flex-wrap items-center justify-end gap-2 border-t pt-4">
              <FileButton label="Choose a file" className="mr-auto" onText={change} />
              <Button type="submit" busy={preview.isPending} disabled={!text.trim() || !target}>
                Preview
              </Button>
              <Button variant="primary" onClick={store} busy={run.isPending} disabled={wouldWrite === 0}>
                {wouldWrite > 0 ? `Import ${wouldWrite === 1 ? '1 key' : `${wouldWrite} keys`}` : 'Import'}
              </Button>
            </div>
          </form>
        </Card>
        <IntoSight when={preview.isSuccess}>
          {preview.data ? (
            <ImportPreview result={preview.data} providers={providers} onChoose={choose} />
          ) : (
            <EmptyState icon={FileUp} title="No preview yet">
              Each line will stand here with what would happen to it: added, changed, the same, skipped or refused, and
              why.
            </EmptyState>
          )}
        </IntoSight>
      </div>
    </>
  )
}
