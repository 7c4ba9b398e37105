'use client'

import { useQuery } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useId, useState } from 'react'
import { formatCount } from '#lib/format/format-count'
import type { Installation } from '#lib/installation/schema'
import type { Overview } from '#lib/overview/schema'
import { useMay } from '@/components/access/me'
import { installationQuery } from '@/components/installation/queries'
import { RecoveryReminder } from '@/components/installation/recovery-reminder'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { type Attention, AttentionList, ConcernCounts } from './attention-list.tsx'
import { EnvironmentHealth } from './environment-health.tsx'
import { FirstStart, isStarted } from './first-start.tsx'
import { OverviewSkeleton } from './overview-skeleton.tsx'
import { overviewQuery } from './queries.ts'

// Loaded when first opened: a page without trouble never needs it.
const ReplaceValueDialog = dynamic(
  () => import('@/components/keys/replace-value-dialog').then((module) => module.ReplaceValueDialog),
  { ssr: false },
)

export function OverviewScreen() {
  const overview = useQuery(overviewQuery())
  const installation = useQuery(installationQuery())
  const [replacing, setReplacing] = useState<Attention['key']>()
  const error = overview.error ?? installation.error
  if (error)
    return (
      <ErrorState
        title="The overview could not be read"
        onRetry={() => void Promise.all([overview.refetch(), installation.refetch()])}
      >
        {error.message}
      </ErrorState>
    )
  if (!overview.data || !installation.data) return <OverviewSkeleton />
  return (
    <>
      <OverviewBody overview={overview.data} installation={installation.data} onReplace={setReplacing} />
      {replacing && <ReplaceValueDialog item={replacing} onClose={() => setReplacing(undefined)} />}
    </>
  )
}

interface OverviewBodyProps {
  overview: Overview
  installation: Installation
  onReplace: (item: Attention['key']) => void
}

export function OverviewBody({ overview, installation, onReplace }: OverviewBodyProps) {
  const may = useMay()
  const { counts, attention, concerns, environments } = overview
  const started = isStarted(counts)
  const environmentsId = useId()
  const sees = environments.length > 0 || may('project.create')
  return (
    <>
      <OverviewHeader counts={counts} />
      <div className="flex flex-col gap-6">
        {may('recovery.confirm') && started && <RecoveryReminder recoveryKey={installation.recoveryKey} />}
        {!sees && <NoEnvironment />}
        {!started && sees && <FirstStart counts={counts} recoveryKey={installation.recoveryKey} />}
        {overview.sharesTriedAgain > 0 && (
          <Notice
            tone="fail"
            title="A link that you shared was opened, and then tried again."
            action={
              <Button asChild size="sm">
                <Link href="/settings?tab=links">Look at links</Link>
              </Button>
            }
          >
            Somebody besides its reader has the link. Replace the value that it held, and look at the audit for where
            from.
          </Notice>
        )}
        {overview.rotationsWaiting.length > 0 && <WaitingRotations rotations={overview.rotationsWaiting} />}
        {overview.scopedKeysExpiring > 0 && <ExpiringScopedKeys count={overview.scopedKeysExpiring} />}
        {counts.keys > 0 && (
          <Card flush title="Needs you now" actions={<ConcernCounts concerns={concerns} />}>
            <AttentionList attention={attention} concerns={concerns} onReplace={onReplace} />
          </Card>
        )}
        {environments.length > 0 && (
          <section aria-labelledby={environmentsId}>
            <h2 id={environmentsId} className="mb-3 font-semibold text-base">
              Environments
            </h2>
            <EnvironmentHealth environments={environments} />
          </section>
        )}
      </div>
    </>
  )
}

function OverviewHeader({ counts }: Pick<Overview, 'counts'>) {
  const may = useMay()
  const size = `${formatCount(counts.keys, 'key')} in ${formatCount(counts.environments, 'environment')} of ${formatCount(counts.projects, 'project')}`
  return (
    <PageHeader
      title="Overview"
      description={counts.projects > 0 ? size : undefined}
      actions={
        may('key.create') &&
        counts.projects > 0 && (
          <Button asChild variant="primary">
            <Link href="/keys/new">
              <Plus aria-hidden />
              Add key
            </Link>
          </Button>
        )
      }
    />
  )
}

function WaitingRotations({ rotations }: { rotations: Overview['rotationsWaiting'] }) {
  return (
    <Notice
      tone="warn"
      title={
        rotations.length === 1 ? 'A rotation waits for somebody.' : `${rotations.length} rotations wait for somebody.`
      }
    >
      Old values may still be alive. Each page says what to do:{' '}
      {rotations.map(({ keyId, name, project, environment }, at) => (
        <span key={keyId}>
          {at > 0 && ', '}
          <Link href={`/keys/${keyId}`} className="rounded-sm font-mono text-ink text-xs underline">
            {name}
          </Link>{' '}
          in {project}/{environment}
        </span>
      ))}
    </Notice>
  )
}

function ExpiringScopedKeys({ count }: { count: number }) {
  return (
    <Notice
      tone="warn"
      title={count === 1 ? 'A scoped key expires soon' : `${count} scoped keys expire soon`}
      action={
        <Button asChild size="sm">
          <Link href="/scoped-keys">Look at scoped keys</Link>
        </Button>
      }
    >
      What still uses {count === 1 ? 'it' : 'them'} then is refused: give it a new one before.
    </Notice>
  )
}

function NoEnvironment() {
  return (
    <div className="rounded-lg border bg-surface">
      <EmptyState icon={KeyRound} title="You see no environment yet">
        Ask an owner or admin for a role in one: viewer to see its keys, developer to use them, manager to change them.
      </EmptyState>
    </div>
  )
}
