'use client'

import { useQuery } from '@tanstack/react-query'
import type { Rotation } from '#lib/rotations/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { rotationsQuery } from './queries.ts'
import { STATE_WORDS } from './rotation-words.ts'

/** The rotations of a key, newest first. */
export function RotationList({ keyId }: { keyId: string }) {
  const query = useQuery(rotationsQuery(keyId))
  if (query.isPending) return <Skeleton className="h-24" />
  if (query.error)
    return (
      <ErrorState title="The rotations could not be read" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    )
  return <Rotations items={query.data.items} />
}

export function Rotations({ items }: { items: Rotation[] }) {
  return (
    <Card title="Rotations so far" flush={items.length > 0}>
      {items.length === 0 ? (
        <p className="text-muted text-sm">This key was never rotated.</p>
      ) : (
        <ul className="divide-y">
          {items.map(({ id, state, mode, by, createdAt, fromVersion, toVersion, test, problem }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
              <Badge tone={problem && state !== 'completed' ? 'warn' : STATE_WORDS[state].tone}>
                {STATE_WORDS[state].words}
              </Badge>
              <span className="min-w-48 flex-1">
                {mode === 'automatic' ? 'Automatic' : 'By hand'}, version {fromVersion}
                {toVersion !== null && ` to ${toVersion}`}
                <span className="block text-muted text-xs">
                  {problem ?? (state === 'refused' && test ? test.headline : STATE_WORDS[state].says)}
                </span>
              </span>
              <span className="text-muted text-xs">
                {by}, <RelativeTime short at={createdAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
