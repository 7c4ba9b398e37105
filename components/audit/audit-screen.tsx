'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { ScrollText, ShieldCheck } from 'lucide-react'
import { useMemo } from 'react'
import { useMay } from '@/components/access/me'
import { PageHeader } from '@/components/layout/page-header'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { ChainResult } from './chain-result.tsx'
import { EventFilters, type EventFiltersProps } from './event-filters.tsx'
import { EventList } from './event-list.tsx'
import { EventListSkeleton } from './event-list-skeleton.tsx'
import { ExportMenu } from './export-menu.tsx'
import { eventsQuery, useChainCheck } from './queries.ts'
import { useEventFilters } from './use-event-filters.ts'
import { useReachEnd } from './use-reach-end.ts'

type AuditScreenProps = Pick<EventFiltersProps, 'members' | 'projects'>

export function AuditScreen({ members, projects }: AuditScreenProps) {
  const may = useMay()
  const check = useChainCheck()
  const { filters, set, clear } = useEventFilters()
  const guarded = useMemo(() => protectedIn(projects), [projects])
  return (
    <>
      <PageHeader
        title="Audit"
        description="Who did what to which key. Every event is chained to the one before."
        actions={
          <>
            {may('audit.verify') && (
              <Button busy={check.isPending} onClick={() => check.mutate()}>
                <ShieldCheck aria-hidden />
                Verify chain
              </Button>
            )}
            {may('audit.export') && <ExportMenu filters={filters} />}
          </>
        }
      />
      <div aria-live="polite" className="*:mb-3">
        {check.error && (
          <Notice tone="fail" title="The chain could not be verified">
            {check.error.message}
          </Notice>
        )}
        {check.data && !check.isPending && <ChainResult check={check.data} />}
      </div>
      <EventFilters filters={filters} onChange={set} onClear={clear} members={members} projects={projects} />
      <Events filters={filters} protectedEnvironments={guarded} onClear={clear} />
    </>
  )
}

function protectedIn(projects: AuditScreenProps['projects']): Set<string> {
  return new Set(
    projects.flatMap(({ slug, environments }) =>
      environments.filter((each) => each.protected).map((each) => `${slug}/${each.slug}`),
    ),
  )
}

interface EventsProps {
  filters: EventFiltersProps['filters']
  protectedEnvironments: ReadonlySet<string>
  onClear: () => void
}

function Events({ filters, protectedEnvironments, onClear }: EventsProps) {
  const query = useInfiniteQuery(eventsQuery(filters))
  const events = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const canReadMore = query.hasNextPage && !query.isFetchingNextPage && !query.isFetchNextPageError
  const end = useReachEnd(() => void query.fetchNextPage(), canReadMore)
  return (
    <div className="rounded-lg border bg-surface *:first:*:first:rounded-t-lg">
      {query.isPending ? (
        <EventListSkeleton />
      ) : query.error && events.length === 0 ? (
        <ErrorState title="The audit log could not be read" onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      ) : events.length === 0 ? (
        <NoEvents filtered={Object.keys(filters).length > 0} onClear={onClear} />
      ) : (
        <EventList events={events} protectedEnvironments={protectedEnvironments} />
      )}
      {query.hasNextPage && (
        <div ref={end} className="flex justify-center p-3">
          <Button size="sm" onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
            Show earlier
          </Button>
        </div>
      )}
    </div>
  )
}

export function NoEvents({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (!filtered)
    return (
      <EmptyState icon={ScrollText} title="Nothing has happened yet">
        Whatever is done to keys, members and settings will stand here.
      </EmptyState>
    )
  return (
    <EmptyState icon={ScrollText} title="No event matches" actions={<Button onClick={onClear}>Show all events</Button>}>
      Widen the dates, or take a filter away.
    </EmptyState>
  )
}
