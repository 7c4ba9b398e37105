'use client'

import { FileUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ChangeEvent, useState } from 'react'
import { formatCount } from '#lib/format/format-count'
import type { PublicProvider } from '#lib/providers/public-provider'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { ImportPreview } from './import-preview.tsx'
import type { Place } from './places.ts'
import { useImport } from './queries.ts'

interface ImportScreenProps {
  places: Place[]
  providers: PublicProvider[]
  start?: string
}

/** Paste a .env, look at what would happen line by line, then let it happen. */
export function ImportScreen({ places, providers, start }: ImportScreenProps) {
  const router = useRouter()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<Record<string, string>>({})
  const [place, setPlace] = useState(() => idOf(places.find(({ projectSlug }) => projectSlug === start) ?? places[0]))
  const preview = useImport()
  const run = useImport()
  const target = places.find((each) => idOf(each) === place)
  const input = (dryRun: boolean, named = chosen) => ({
    project: target?.projectSlug ?? '',
    environment: target?.environmentSlug ?? '',
    format: 'dotenv' as const,
    text,
    dryRun,
    ...(Object.keys(named).length > 0 ? { providers: named } : {}),
  })
  const choose = (name: string, provider: string) => {
    const named = { ...chosen, [name]: provider }
    setChosen(named)
    preview.mutate(input(true, named))
  }
  const store = () =>
    run.mutate(input(false), {
      onSuccess: ({ counts }) => {
        toast(`Imported ${formatCount(counts.add + counts.change, 'key')}`, {
          detail: `${counts.add} added, ${counts.change} changed.`,
        })
        router.push(`/keys?project=${target?.projectSlug}&environment=${target?.environmentSlug}`)
      },
    })
  const counts = preview.data?.counts
  const wouldWrite = counts ? counts.add + counts.change : 0
  const error = preview.error ?? run.error

  return (
    <>
      <PageHeader
        title="Import .env"
        trail={[{ label: 'Keys', href: '/keys' }]}
        description="Nothing is stored before you have seen what would be, and then all of it or nothing."
      />
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <Card>
          <form
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault()
              preview.mutate(input(true))
            }}
          >
            {error && <Notice tone="fail" title={error.message} />}
            <Field label="Environment">
              {(control) => (
                <Select
                  {...control}
                  value={place}
                  onValueChange={(next) => {
                    setPlace(next)
                    preview.reset()
                  }}
                  options={places.map((each) => ({
                    value: idOf(each) ?? '',
                    label: each.environmentName,
                    detail: each.projectName,
                  }))}
                />
              )}
            </Field>
            <Field
              label="Contents"
              hint="Quotes, export, comments and values of several lines are understood; ${…} is left alone."
            >
              {(control) => (
                <Textarea
                  {...control}
                  mono
                  rows={12}
                  value={text}
                  spellCheck={false}
                  autoComplete="off"
                  placeholder={'OPENAI_API_KEY=…\nSTRIPE_SECRET_KEY=…'}
                  onChange={(event) => {
                    setText(event.target.value)
                    preview.reset()
                  }}
                />
              )}
            </Field>
            <div className="flex flex-wrap items-center justify-end gap-2 border-t pt-4">
              <FileButton onText={(next) => setText(next)} />
              <Button type="submit" busy={preview.isPending} disabled={!text.trim() || !target}>
                Preview
              </Button>
              <Button variant="primary" onClick={store} busy={run.isPending} disabled={wouldWrite === 0}>
                {wouldWrite > 0 ? `Import ${formatCount(wouldWrite, 'key')}` : 'Import'}
              </Button>
            </div>
          </form>
        </Card>
        {preview.data ? (
          <ImportPreview result={preview.data} providers={providers} onChoose={choose} />
        ) : (
          <EmptyState icon={FileUp} title="No preview yet">
            Each line will stand here with what would happen to it: added, changed, the same, skipped or refused, and
            why.
          </EmptyState>
        )}
      </div>
    </>
  )
}

function FileButton({ onText }: { onText: (text: string) => void }) {
  const read = (event: ChangeEvent<HTMLInputElement>) => void event.target.files?.[0]?.text().then(onText)
  return (
    <label className="mr-auto cursor-pointer rounded-md text-muted text-sm underline underline-offset-2 focus-within:outline-2 hover:text-ink">
      Choose a file
      <input type="file" className="sr-only" onChange={read} />
    </label>
  )
}

function idOf(place: Place | undefined): string | undefined {
  return place && `${place.projectSlug}/${place.environmentSlug}`
}
