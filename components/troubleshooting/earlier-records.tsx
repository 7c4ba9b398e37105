'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Stethoscope } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { EarlierSkeleton } from './earlier-skeleton.tsx'
import { troubleshootingsQuery } from './queries.ts'
import { RecordLine } from './record-line.tsx'

interface EarlierRecordsProps {
  /** Names by id. */
  providers: Record<string, string>
  /** Only those of this key at first. */
  startKey: string | undefined
}

/** What was searched for before, with what came of it: a colleague may have found it already. */
export function EarlierRecords({ providers, startKey }: EarlierRecordsProps) {
  const [key, setKey] = useState(startKey)
  const query = useInfiniteQuery(troubleshootingsQuery(key))
  const records = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Card
      flush
      title={key ? 'Earlier, of this key' : 'Earlier'}
      actions={
        key && (
          <Button size="sm" variant="ghost" onClick={() => setKey(undefined)}>
            Show all
          </Button>
        )
      }
    >
      {query.isPending ? (
        <EarlierSkeleton />
      ) : query.error ? (
        <ErrorState title="The earlier records could not be read" onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      ) : records.length === 0 ? (
        <EmptyState icon={Stethoscope} title={key ? 'Nobody looked into this key yet' : 'Nothing was searched for yet'}>
          Each search stands here with its conclusion, who began it and when, for everyone who sees the key.
        </EmptyState>
      ) : (
        <ul>
          {records.map((record) => (
            <RecordLine key={record.id} record={record} provider={providers[record.provider] ?? record.provider} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className="border-t p-2 text-center">
          <Button size="sm" variant="ghost" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </Card>
  )
}
