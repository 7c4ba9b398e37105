'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { timelineQuery } from './queries.ts'
import { TimelineList } from './timeline-list.tsx'

/** One axis for everything that happened to a key, newest first; where its pairing broke is marked. */
export function KeyTimeline({ id }: { id: string }) {
  const query = useInfiniteQuery(timelineQuery(id))
  if (query.isPending) return <Skeleton className="h-48" />
  if (query.error) {
    return (
      <ErrorState title="The history could not be read" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    )
  }
  const entries = query.data.pages.flatMap((page) => page.items)
  if (entries.length === 0) {
    return (
      <EmptyState icon={History} title="Nothing has happened yet">
        Tests, copies and changes of this key will stand here.
      </EmptyState>
    )
  }
  return (
    <>
      <TimelineList entries={entries} />
      {query.hasNextPage && (
        <Button className="mt-4" onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
          Show earlier
        </Button>
      )}
    </>
  )
}
