'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Key } from '#lib/keys/schema'
import type { PublicProvider } from '#lib/providers/public-provider'
import { useMay } from '@/components/access/me'
import { PageHeader } from '@/components/layout/page-header'
import { PairingRun } from '@/components/pairing/pairing-run'
import { KeyRotation } from '@/components/rotations/key-rotation'
import { OpenRotation } from '@/components/rotations/rotation-card'
import { statusPageQuery } from '@/components/status-pages/queries'
import { StatusNotice } from '@/components/status-pages/status-notice'
import { ErrorState } from '@/components/ui/error-state'
import { Tabs } from '@/components/ui/tabs'
import { useShortcut } from '@/components/ui/use-shortcut'
import { EnvironmentChip } from './environment-chip.tsx'
import { KeyPageActions } from './key-page-actions.tsx'
import { KeyPairings } from './key-pairings.tsx'
import { KeySkeleton } from './key-skeleton.tsx'
import { KeyState } from './key-state.tsx'
import { KeySummary } from './key-summary.tsx'
import { KeyTimeline } from './key-timeline.tsx'
import { KeyVersions } from './key-versions.tsx'
import { keyQuery } from './queries.ts'
import { useKeyPairing } from './use-key-pairing.ts'
import { useReveal } from './use-reveal.tsx'

const EditKeyDrawer = dynamic(() => import('./edit-key-drawer.tsx').then((module) => module.EditKeyDrawer), {
  ssr: false,
})
const ReplaceValueDialog = dynamic(
  () => import('./replace-value-dialog.tsx').then((module) => module.ReplaceValueDialog),
  { ssr: false },
)
const RotateDialog = dynamic(
  () => import('@/components/rotations/rotate-dialog').then((module) => module.RotateDialog),
  {
    ssr: false,
  },
)
const CompromisedDialog = dynamic(
  () => import('@/components/exposure/compromised-dialog').then((module) => module.CompromisedDialog),
  { ssr: false },
)
const ShareDialog = dynamic(() => import('@/components/shares/share-dialog').then((module) => module.ShareDialog), {
  ssr: false,
})
const DeleteKeysDialog = dynamic(() => import('./delete-keys-dialog.tsx').then((module) => module.DeleteKeysDialog), {
  ssr: false,
})

export type KeyOverlay = 'edit' | 'replace' | 'rotate' | 'compromised' | 'share' | 'delete'

/** What somebody must be allowed for each. */
const ACTION_OF = {
  edit: 'key.edit',
  replace: 'key.replace',
  rotate: 'key.rotate',
  compromised: 'key.rotate',
  share: 'key.share',
  delete: 'key.delete',
} as const

interface KeyScreenProps {
  id: string
  providers: PublicProvider[]
  owners: { email: string; name: string }[]
  /** What the address asks to be open. */
  start?: KeyOverlay
}

export function KeyScreen({ id, ...rest }: KeyScreenProps) {
  const query = useQuery(keyQuery(id))
  if (query.data) return <KeyPage item={query.data} {...rest} />
  if (query.isPending) return <KeySkeleton />
  return (
    <ErrorState title="The key could not be read" onRetry={() => void query.refetch()}>
      {query.error.message}
    </ErrorState>
  )
}

function KeyPage({ item, providers, owners, start }: Omit<KeyScreenProps, 'id'> & { item: Key }) {
  const may = useMay()
  const router = useRouter()
  const [overlay, setOverlay] = useState(start && may(ACTION_OF[start], item.environmentId) ? start : undefined)
  const [tab, setTab] = useState('pairing')
  const { now, running, run } = useKeyPairing(item.id)
  const { reveal, copy, dialog } = useReveal()
  const mayTest = may('key.test', item.environmentId)
  const provider = providers.find((each) => each.id === item.provider)
  const close = () => setOverlay(undefined)
  const test = () => {
    setTab('pairing')
    run()
  }
  useShortcut('t', test, { disabled: !mayTest || running })
  useShortcut('c', () => copy(item), { disabled: !may('key.reveal', item.environmentId) })
  useShortcut('r', () => setOverlay('rotate'), { disabled: !may('key.rotate', item.environmentId) })

  return (
    <>
      <PageHeader
        title={<span className="font-mono">{item.name}</span>}
        trail={[
          { label: 'Keys', href: '/keys' },
          { label: item.project, href: `/keys?project=${item.project}` },
        ]}
        marks={
          <>
            <EnvironmentChip name={item.environment} protected={item.protected} />
            <KeyState {...item} />
          </>
        }
        description={`${provider?.name ?? item.provider}${item.purpose === 'rotation' ? '. Makes other keys, and is opened for nothing else.' : ''}`}
        actions={<KeyPageActions item={item} testing={running} onTest={test} onOpen={setOverlay} />}
      />
      <ProviderTrouble item={item} />
      <KeySummary item={item} provider={provider} reveal={(asCopy) => reveal(item, asCopy)} />
      <OpenRotation item={item} provider={provider} />
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
                now.at === 'running' || now.at === 'failed' ? (
                  <PairingRun now={now} onRetry={test} />
                ) : (
                  <KeyPairings
                    item={item}
                    {...(mayTest ? { onTest: test } : {})}
                    mayClean={may('key.clean', item.environmentId)}
                  />
                ),
            },
            { value: 'versions', label: 'Versions', content: <KeyVersions id={item.id} /> },
            { value: 'rotation', label: 'Rotation', content: <KeyRotation item={item} /> },
            { value: 'history', label: 'History', content: <KeyTimeline id={item.id} /> },
          ]}
        />
      </div>
      {dialog}
      {overlay === 'edit' && <EditKeyDrawer item={item} providers={providers} owners={owners} onClose={close} />}
      {overlay === 'replace' && <ReplaceValueDialog item={item} onClose={close} />}
      {overlay === 'rotate' && <RotateDialog item={item} provider={provider} onClose={close} />}
      {overlay === 'compromised' && <CompromisedDialog item={item} provider={provider} onClose={close} />}
      {overlay === 'share' && <ShareDialog item={item} onClose={close} />}
      {overlay === 'delete' && (
        <DeleteKeysDialog keys={[item]} onClose={(deleted) => (deleted ? router.replace('/keys') : close())} />
      )}
    </>
  )
}

/** What the provider reports of itself; it may be why the key fails, and is no reason to replace it. */
function ProviderTrouble({ item: { provider, baseUrl } }: { item: Key }) {
  const status = useQuery(statusPageQuery(provider, baseUrl)).data?.items[0]
  return status ? <StatusNotice status={status} className="mb-4" /> : null
}
