'use client'

import type { RowSelectionState } from '@tanstack/react-table'
import { useState } from 'react'
import type { Key } from '#lib/keys/schema'
import { cleanValue } from '#lib/pairing/clean-value'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import type { Examples } from '@/components/ui/examples'
import { SecretField } from '@/components/ui/secret-field'
import { toast } from '@/components/ui/toast'
import { EnvironmentChip } from './environment-chip.tsx'
import { EnvironmentMatrix } from './environment-matrix.tsx'
import { HiddenCharacters } from './hidden-characters.tsx'
import { KeyStatus } from './key-status.tsx'
import { KEY_STATUS_ORDER } from './key-status-words.ts'
import { KeyTable } from './key-table.tsx'
import { KeyTableSkeleton } from './key-table-skeleton.tsx'
import { MaskedValue } from './masked-value.tsx'
import { RecognisedProvider } from './recognised-provider.tsx'
import { manyKeys, sampleEnvironments, sampleKeys, sampleProviders } from './sample-keys.examples.ts'
import { ValueField } from './value-field.tsx'

const say = (what: string) => (key: Key) => toast(`${what}: ${key.name}`, { tone: 'info' })
const actions = {
  test: say('Test pairing'),
  copy: say('Copy value'),
  replace: say('Replace value'),
  edit: say('Edit key'),
  remove: say('Delete key'),
}

function SelectableKeys({ keys }: { keys: Key[] }) {
  const [selection, setSelection] = useState<RowSelectionState>({})
  return (
    <KeyTable
      keys={keys}
      providers={sampleProviders}
      actions={actions}
      onOpen={say('Open')}
      selection={selection}
      onSelectionChange={setSelection}
    />
  )
}

export const keyTableExamples: Examples = {
  title: 'Key table',
  states: {
    full: (
      <Card flush>
        <SelectableKeys keys={sampleKeys} />
      </Card>
    ),
    loading: (
      <Card flush>
        <KeyTableSkeleton rows={5} />
      </Card>
    ),
    empty: (
      <Card flush>
        <KeyTable keys={[]} providers={sampleProviders} actions={actions} />
      </Card>
    ),
    error: (
      <Card flush>
        <ErrorState title="The keys could not be read" reference="request 01JD…7Q" onRetry={() => undefined}>
          The database did not answer in time. Nothing was changed. Try again, or look at Settings, About for its state.
        </ErrorState>
      </Card>
    ),
    '10,000 keys': (
      <Card flush>
        <SelectableKeys keys={manyKeys} />
      </Card>
    ),
  },
}

export const environmentMatrixExamples: Examples = {
  title: 'Environment matrix',
  states: {
    full: (
      <Card flush>
        <EnvironmentMatrix
          keys={sampleKeys}
          environments={sampleEnvironments}
          addHref={(name, { slug }) => `/keys/new?name=${name}&environment=${slug}`}
        />
      </Card>
    ),
    'read only': (
      <Card flush>
        <EnvironmentMatrix keys={sampleKeys.slice(0, 4)} environments={sampleEnvironments} />
      </Card>
    ),
  },
}

export const keyMarksExamples: Examples = {
  title: 'Key marks',
  states: {
    status: (
      <div className="flex flex-wrap gap-4">
        {KEY_STATUS_ORDER.map((status) => (
          <KeyStatus key={status} status={status} />
        ))}
      </div>
    ),
    'status, boxed': (
      <div className="flex flex-wrap gap-2">
        {KEY_STATUS_ORDER.map((status) => (
          <KeyStatus key={status} status={status} look="box" />
        ))}
      </div>
    ),
    environments: (
      <div className="flex gap-2">
        {sampleEnvironments.map((environment) => (
          <EnvironmentChip key={environment.slug} {...environment} />
        ))}
      </div>
    ),
    'masked value': <MaskedValue masked="sk-proj-…a1B2" />,
  },
}

const pasted = `OPENAI_API_KEY=\u201csk-proj-${'x'.repeat(24)}\u200b${'x'.repeat(12)}\u201d\n`

export const keyFormExamples: Examples = {
  title: 'Key form pieces',
  states: {
    'value, empty': (
      <ValueField
        placeholder="Paste the key here"
        hint="Up to 16 KiB; several lines where the provider’s keys have them."
      />
    ),
    'value, recognised': (
      <ValueField
        defaultValue={'x'.repeat(48)}
        hint={<RecognisedProvider provider="OpenAI" kind="project key" masked="sk-proj-…a1B2" />}
      />
    ),
    'value, refused': <ValueField defaultValue="x" error="A value may be up to 16 KiB long." />,
    'hidden characters': (
      <HiddenCharacters value={pasted} onClean={() => undefined} findings={cleanValue(pasted).findings} />
    ),
    'stored value': (
      <SecretField
        label="Value"
        masked="sk-proj-…a1B2"
        reveal={() => `sk-proj-${'example-'.repeat(8)}a1B2`}
        copy={() => 'example'}
      />
    ),
  },
}
