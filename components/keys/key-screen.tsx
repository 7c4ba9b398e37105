'use client'

import { useQuery } from '@tanstack/react-query'
import { Pencil, PlugZap, RotateCw, Trash2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Key } from '#lib/keys/schema'
import type { PublicProvider } from '#lib/providers/public-provider'
import { useMay } from '@/components/access/me'
import { PageHeader } from '@/components/layout/page-header'
import { PairingRun } from '@/components/pairing/pairing-run'
import { usePairing } from '@/components/pairing/use-pairing'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Tabs } from '@/components/ui/tabs'
import { useShortcut } from '@/components/ui/use-shortcut'
import { EnvironmentChip } from './environment-chip.tsx'
import { KeyPairings } from './key-pairings.tsx'
import { KeyState } from './key-state.tsx'
import { KeySummary } from './key-summary.tsx'
import { KeyTimeline } from './key-timeline.tsx'
import { KeyVersions } from './key-versions.tsx'
import { keyQuery } from './queries.ts'
import { useReveal } from './use-reveal.tsx'

const EditKeyDrawer = dynamic(() => import('./edit-key-drawer.tsx').then((module) => module.EditKeyDrawer), {
  ssr: false,
})
const ReplaceValueDialog = dynamic(
  () => import('./replace-value-dialog.tsx').then((module) => module.ReplaceValueDialog),
  { ssr: false },
)
const DeleteKeysDialog = dynamic(() => import('./delete-keys-dialog.tsx').then((module) => module.DeleteKeysDialog), {
  ssr: false,
})

interface KeyScreenProps {
  id: string
  providers: PublicProvider[]
  owners: { email: string; name: string }[]
}

type Overlay = 'edit' | 'replace' | 'delete'

export function KeyScreen({ id, providers, owners }: KeyScreenProps) {
  const query = useQuery(keyQuery(id))
  const [overlay, setOverlay] = useState<Overlay>()
  const [tab, setTab] = useState('pairing')
  const pairing = usePairing(() => void query.refetch())
  const { reveal, copy, dialog } = useReveal()
  const router = useRouter()
  const may = useMay()
  const key = query.data
  const test = () => {
    setTab('pairing')
    pairing.run({ keyId: id })
  }
  const mayTest = Boolean(key && may('key.test', key.environmentId))
  useShortcut('t', test, { disabled: !mayTest || pairing.running })
  useShortcut('c', () => key && copy(key), { disabled: !key || !may('key.reveal', key.environmentId) })

  if (!key) {
    return query.error ? (
      <ErrorState title="The key could not be read" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    ) : null
  }
  const provider = providers.find((each) => each.id === key.provider)
  const close = () => setOverlay(undefined)
  return (
    <>
      <PageHeader
        title={<span className="font-mono">{key.name}</span>}
        trail={[
          { label: 'Keys', href: '/keys' },
          { label: key.project, href: `/keys?project=${key.project}` },
        ]}
        marks={
          <>
            <EnvironmentChip name={key.environment} protected={key.protected} />
            <KeyState {...key} />
          </>
        }
        description={provider?.name ?? key.provider}
        actions={<KeyPageActions item={key} testing={pairing.running} onTest={test} onOpen={setOverlay} />}
      />
      <KeySummary item={key} provider={provider} reveal={(asCopy) => reveal(key, asCopy)} />
      <div className="mt-6">
        <Tabs
          label="About this key"
          value={tab}
          onValueChange={setTab}
          tabs={[
            {
              value: 'pairing',
              label: 'Pairing',
              content:
                pairing.running || pairing.result || pairing.error ? (
                  <PairingRun pairing={pairing} />
                ) : (
                  <KeyPairings item={key} {...(mayTest ? { onTest: test } : {})} />
                ),
            },
            { value: 'versions', label: 'Versions', content: <KeyVersions id={key.id} /> },
            { value: 'history', label: 'History', content: <KeyTimeline id={key.id} /> },
          ]}
        />
      </div>
      {dialog}
      {overlay === 'edit' && <EditKeyDrawer item={key} providers={providers} owners={owners} onClose={close} />}
      {overlay === 'replace' && <ReplaceValueDialog item={key} onClose={close} />}
      {overlay === 'delete' && (
        <DeleteKeysDialog keys={[key]} onClose={(deleted) => (deleted ? router.push('/keys') : close())} />
      )}
    </>
  )
}

function KeyPageActions({
  item,
  testing,
  onTest,
  onOpen,
}: {
  item: Key
  testing: boolean
  onTest: () => void
  onOpen: (overlay: Overlay) => void
}) {
  const may = useMay()
  return (
    <>
      {may('key.delete', item.environmentId) && (
        <Button variant="ghost" onClick={() => onOpen('delete')}>
          <Trash2 aria-hidden />
          Delete
        </Button>
      )}
      {may('key.edit', item.environmentId) && (
        <Button onClick={() => onOpen('edit')}>
          <Pencil aria-hidden />
          Edit
        </Button>
      )}
      {may('key.replace', item.environmentId) && (
        <Button onClick={() => onOpen('replace')}>
          <RotateCw aria-hidden />
          Replace value
        </Button>
      )}
      {may('key.test', item.environmentId) && (
        <Button variant="primary" onClick={onTest} busy={testing}>
          <PlugZap aria-hidden />
          Test pairing
        </Button>
      )}
    </>
  )
}
