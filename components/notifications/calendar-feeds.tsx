'use client'

import { useQuery } from '@tanstack/react-query'
import type { CalendarFeed } from '#lib/calendar-feeds/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { OnceShown } from '@/components/ui/once-shown'
import { Skeleton } from '@/components/ui/skeleton'
import { feedsQuery, useCreateFeed, useEndFeed } from './queries.ts'

/** Addresses from which a calendar program reads what is due. */
export function CalendarFeeds() {
  const query = useQuery(feedsQuery())
  const create = useCreateFeed()
  const end = useEndFeed()
  if (query.isPending) return <Skeleton className="h-24" />
  if (query.error)
    return (
      <ErrorState title="The calendar addresses could not be read" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    )
  return (
    <Feeds
      items={query.data.items}
      made={create.data?.url}
      busy={create.isPending}
      onCreate={() => create.mutate(undefined)}
      onEnd={(id) => end.mutate(id)}
    />
  )
}

interface FeedsProps {
  items: CalendarFeed[]
  made: string | undefined
  busy: boolean
  onCreate: () => void
  onEnd: (id: string) => void
}

export function Feeds({ items, made, busy, onCreate, onEnd }: FeedsProps) {
  return (
    <Card
      title="Calendar"
      description="Rotations and expiries of what you see, in your calendar program."
      actions={
        <Button busy={busy} onClick={onCreate}>
          New address
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        {made && (
          <OnceShown label="Address" secret={made}>
            Whoever has it reads names and dates of your keys, and nothing else. Subscribe to it in your calendar.
          </OnceShown>
        )}
        {items.length === 0 && !made && <p className="text-muted text-sm">No calendar reads from here.</p>}
        <ul className="flex flex-col gap-2">
          {items.map(({ id, tail, createdAt, lastReadAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 text-sm">
              <span className="font-mono text-xs">…{tail}</span>
              <span className="min-w-40 flex-1 text-muted text-xs">
                made <RelativeTime short at={createdAt} />, last read <RelativeTime short at={lastReadAt} />
              </span>
              <Button size="sm" onClick={() => onEnd(id)}>
                End
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
