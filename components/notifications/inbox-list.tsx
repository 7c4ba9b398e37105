'use client'

import { useQuery } from '@tanstack/react-query'
import { Inbox as InboxIcon } from 'lucide-react'
import { formatCount } from '#lib/format/format-count'
import type { Inbox } from '#lib/warnings/schema'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { inboxQuery, useReadInbox } from './queries.ts'
import { WarningRow } from './warning-row.tsx'

/** What reached whoever is signed in. */
export function InboxList() {
  const query = useQuery(inboxQuery())
  const read = useReadInbox()
  if (query.isPending) return <Skeleton className="h-64" />
  if (query.error)
    return (
      <ErrorState title="The inbox could not be read" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    )
  return <InboxBody inbox={query.data} busy={read.isPending} onReadAll={() => read.mutate(undefined)} />
}

export function InboxBody({ inbox, busy, onReadAll }: { inbox: Inbox; busy: boolean; onReadAll: () => void }) {
  const { items, unread } = inbox
  if (items.length === 0)
    return (
      <Card flush>
        <EmptyState icon={InboxIcon} title="Nothing has reached you">
          Warnings about keys that you own, back up or manage stand here, whether or not there is a mail server.
        </EmptyState>
      </Card>
    )
  return (
    <Card
      flush
      title={unread === 0 ? 'All read' : `${formatCount(unread)} unread`}
      actions={
        unread > 0 && (
          <Button size="sm" busy={busy} onClick={onReadAll}>
            Mark all as read
          </Button>
        )
      }
    >
      <ul className="divide-y">
        {items.map(({ id, at, readAt, warning }) => (
          <WarningRow key={id} warning={warning} at={at} isNew={readAt === null} />
        ))}
      </ul>
    </Card>
  )
}
