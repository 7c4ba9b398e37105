'use client'

import { useQuery } from '@tanstack/react-query'
import { Monitor } from 'lucide-react'
import type { Session } from '#lib/sessions/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { browserName } from './browser-name.ts'
import { sessionsQuery } from './queries.ts'
import { useEndSession } from './use-account-changes.ts'

/** Where one is signed in. */
export function SessionList() {
  const query = useQuery(sessionsQuery())
  const end = useEndSession()
  const sessions = query.data?.items ?? []
  const endSession = (id?: string) =>
    end.mutate(id, {
      onSuccess: () => toast(id ? 'Signed out there' : 'Signed out everywhere else'),
      onError: (error) => toast('Not signed out', { tone: 'fail', detail: error.message }),
    })
  return (
    <Card
      flush
      title="Sessions"
      description="Where you are signed in. A session ends by itself after 30 minutes without use, or 12 hours."
      actions={
        sessions.length > 1 && (
          <Button size="sm" onClick={() => endSession()} busy={end.isPending && end.variables === undefined}>
            Sign out everywhere else
          </Button>
        )
      }
    >
      {query.isPending ? (
        <Skeleton className="m-4 h-10" />
      ) : query.error ? (
        <ErrorState title="Your sessions could not be read" onRetry={() => void query.refetch()}>
          {query.error.message}
        </ErrorState>
      ) : (
        <ul>
          {sessions.map((session) => (
            <SessionLine
              key={session.id}
              session={session}
              busy={end.isPending && end.variables === session.id}
              onEnd={() => endSession(session.id)}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}

interface SessionLineProps {
  session: Session
  busy?: boolean
  onEnd: () => void
}

export function SessionLine({ session, busy, onEnd }: SessionLineProps) {
  const browser = browserName(session.userAgent)
  return (
    <li className="flex items-center gap-3 border-b px-4 py-2.5 last:border-b-0">
      <Monitor aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 text-sm">
        <p className="flex flex-wrap items-center gap-2">
          <span title={session.userAgent ?? undefined} className="font-medium">
            {browser}
          </span>
          {session.isCurrent && <Chip>this browser</Chip>}
        </p>
        <p className="text-muted text-xs">
          {session.address && <span className="font-mono">{session.address}</span>} · last seen{' '}
          <RelativeTime at={session.lastSeenAt} /> · signed in <RelativeTime at={session.createdAt} />
        </p>
      </div>
      {!session.isCurrent && (
        <Button size="sm" busy={busy} onClick={onEnd} aria-label={`Sign out ${browser}`}>
          Sign out
        </Button>
      )}
    </li>
  )
}
