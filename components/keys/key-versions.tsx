'use client'

import { useQuery } from '@tanstack/react-query'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import type { Tone } from '@/components/ui/tone'
import { MaskedValue } from './masked-value.tsx'
import { versionsQuery } from './queries.ts'

const STATES: Record<string, { words: string; tone: Tone }> = {
  pending: { words: 'Pending', tone: 'info' },
  current: { words: 'Current', tone: 'ok' },
  previous: { words: 'Previous', tone: 'unknown' },
  revoked: { words: 'Revoked', tone: 'fail' },
  expired: { words: 'Expired', tone: 'fail' },
}

/** Every value this key has had, newest first; none of them is shown. */
export function KeyVersions({ id }: { id: string }) {
  const query = useQuery(versionsQuery(id))
  if (query.isPending) return <Skeleton className="h-24" />
  if (query.error) {
    return (
      <ErrorState title="The versions could not be read" onRetry={() => void query.refetch()}>
        {query.error.message}
      </ErrorState>
    )
  }
  return (
    <div className="overflow-x-auto rounded-lg border bg-surface">
      <Table label="Versions">
        <thead>
          <tr>
            <Th>Version</Th>
            <Th>State</Th>
            <Th>Value</Th>
            <Th>Stored</Th>
            <Th>By</Th>
            <Th>Reason</Th>
          </tr>
        </thead>
        <tbody>
          {query.data.items.map((version) => (
            <Tr key={version.number}>
              <Td>{version.number}</Td>
              <Td>
                <Badge tone={STATES[version.state]?.tone ?? 'unknown'}>
                  {STATES[version.state]?.words ?? version.state}
                </Badge>
              </Td>
              <Td>
                <MaskedValue masked={version.masked} />
              </Td>
              <Td>
                <RelativeTime at={version.createdAt} />
              </Td>
              <Td>{version.createdBy ?? '–'}</Td>
              <Td className="text-muted">{version.reason ?? '–'}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
