'use client'

import { useQuery } from '@tanstack/react-query'
import { Eye } from 'lucide-react'
import Link from 'next/link'
import { formatDay } from '#lib/format/format-time'
import type { PreviewItem } from '#lib/warnings/schema'
import { useClock } from '@/components/time/clock'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { previewQuery } from './queries.ts'

const STEP_WORDS = { owner: 'the owner', backup: 'the backup', managers: 'managers', admins: 'admins' }

/** Who will be told of what, and when. */
export function PreviewList() {
  const query = useQuery(previewQuery())
  if (query.isPending) return <Skeleton className="h-64" />
  if (query.error)
    return (
      <ErrorState title="The preview could not be made" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    )
  return <PreviewBody items={query.data.items} />
}

export function PreviewBody({ items }: { items: PreviewItem[] }) {
  const { timeZone } = useClock()
  if (items.length === 0)
    return (
      <Card flush>
        <EmptyState icon={Eye} title="Nobody will be told of anything">
          No key that you see expires or is to be rotated by a person within 120 days.
        </EmptyState>
      </Card>
    )
  return (
    <Card flush>
      <ul className="divide-y">
        {items.map(({ kind, key, dueAt, at, told, channels }) => (
          <li key={`${kind} ${key.id}`} className="px-4 py-2.5 text-sm">
            <p className="font-medium">
              <Link href={`/keys/${key.id}`} className="rounded-sm font-mono text-xs hover:underline">
                {key.name}
              </Link>{' '}
              {kind === 'expires' ? 'expires' : 'is to be rotated'} {formatDay(dueAt, timeZone)}
              <span className="font-normal text-muted text-xs">
                {' '}
                {key.project}, {key.environment}
              </span>
            </p>
            <p className="text-muted text-xs">
              Told {at.map((moment) => formatDay(moment, timeZone)).join(', ')}:{' '}
              {told.map(({ step, names }) => `${STEP_WORDS[step]} (${names.slice(0, 3).join(', ')})`).join(', then ')}
              {channels.length > 0 && `. And ${channels.join(', ')}`}.
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
