'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowUpRight } from 'lucide-react'
import type { Installation } from '#lib/installation/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { type Definition, DefinitionList } from '@/components/ui/definition-list'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { installationQuery } from './queries.ts'
import { RecoveryReminder } from './recovery-reminder.tsx'

/** What runs here, and whatever wants attention on this machine. */
export function About() {
  const query = useQuery(installationQuery())
  if (query.isPending) return <AboutSkeleton />
  if (query.error)
    return (
      <ErrorState title="The installation could not be read" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    )
  return <AboutInstallation installation={query.data} />
}

export function AboutInstallation({ installation }: { installation: Installation }) {
  return (
    <div className="flex max-w-200 flex-col gap-4">
      {installation.node.warning && (
        <Notice tone="warn" title="Node.js">
          {installation.node.warning}
        </Notice>
      )}
      <RecoveryReminder recoveryKey={installation.recoveryKey} />
      <Card title="This installation">
        <DefinitionList items={facts(installation)} />
      </Card>
      <Card title="For programs" description="Everything that the pages do, the API does too.">
        <ul className="flex flex-col gap-2 text-sm">
          <ApiLink href="/api/v1/openapi.json" words="API description" detail="OpenAPI 3.1, of this very version" />
          <ApiLink href="/api/v1/health/ready" words="Readiness" detail="For load balancers and monitors; no sign-in" />
        </ul>
      </Card>
    </div>
  )
}

function facts({ version, startedAt, database, sealId, recoveryKey, node }: Installation): Definition[] {
  return [
    { term: 'Claviger', detail: version },
    { term: 'Running since', detail: <RelativeTime at={startedAt} /> },
    { term: 'Node.js', detail: node.version },
    { term: 'Database', detail: database === 'embedded' ? 'PostgreSQL, started by Claviger' : 'Your own PostgreSQL' },
    { term: 'Master key', detail: sealId, mono: true },
    { term: 'Recovery key', detail: <RecoveryState recoveryKey={recoveryKey} /> },
  ]
}

function RecoveryState({ recoveryKey }: Pick<Installation, 'recoveryKey'>) {
  if (recoveryKey.confirmedAt)
    return (
      <Badge tone="ok" look="quiet">
        Kept, confirmed <RelativeTime at={recoveryKey.confirmedAt} />
      </Badge>
    )
  return (
    <Badge tone="warn" look="quiet">
      {recoveryKey.isMade ? 'Made, not confirmed' : 'Not made'}
    </Badge>
  )
}

function ApiLink({ href, words, detail }: { href: string; words: string; detail: string }) {
  return (
    <li className="flex flex-wrap items-baseline gap-x-3">
      <a
        href={href}
        target="_blank"
        rel="noreferrer"
        className="inline-flex items-center gap-1 font-medium underline underline-offset-2"
      >
        {words}
        <ArrowUpRight aria-hidden className="size-3.5 text-muted" />
        <span className="sr-only"> (opens a new tab)</span>
      </a>
      <span className="text-muted text-xs">{detail}</span>
    </li>
  )
}

export function AboutSkeleton() {
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label="Loading the installation"
      className="max-w-200 rounded-lg border bg-surface"
    >
      <div className="h-10.25 border-b" />
      <div className="flex flex-col gap-4 p-4 py-5">
        {['w-12', 'w-28', 'w-16', 'w-52', 'w-40', 'w-32'].map((width) => (
          <div key={width} className="flex gap-10">
            <Skeleton className="w-24" />
            <Skeleton className={width} />
          </div>
        ))}
      </div>
    </div>
  )
}
