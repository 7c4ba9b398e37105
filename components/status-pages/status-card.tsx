import type { StatusPage } from '#lib/status-pages/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Card } from '@/components/ui/card'
import { IncidentList } from './incident-list.tsx'
import { StatusBadge } from './status-badge.tsx'
import { StatusTime } from './status-time.tsx'

/** What a provider says of itself: its state, what goes on, and what is over. */
export function StatusCard({ status }: { status: StatusPage }) {
  const { incidents, page, isWatched, state, since, asOf } = status
  return (
    <Card title="Status" actions={<StatusBadge status={status} look="quiet" />}>
      <p className="text-muted text-sm first-letter:uppercase">
        {!isWatched ? (
          'This provider publishes nothing about its state that a program can read, so nothing is known here.'
        ) : state === 'unknown' ? (
          <StatusTime status={status} />
        ) : (
          <>
            {since && (
              <>
                Changed <RelativeTime at={since} />,{' '}
              </>
            )}
            last read <RelativeTime at={asOf} />
          </>
        )}
      </p>
      {asOf && (
        <section aria-label="Incidents" className="mt-3">
          {incidents.length > 0 ? <IncidentList incidents={incidents} /> : <NoIncidents asOf={asOf} />}
        </section>
      )}
      {page && (
        <p className="mt-3 text-sm">
          <a href={page} target="_blank" rel="noreferrer" className="underline underline-offset-2">
            {new URL(page).host}
            <span className="sr-only">, in a new tab</span>
          </a>
        </p>
      )}
    </Card>
  )
}

/** Of a page that cannot be read now, no more is known than what it told last. */
function NoIncidents({ asOf }: { asOf: string }) {
  return (
    <p className="text-muted text-sm">
      When it was last read, <RelativeTime at={asOf} />, it told of no incident within 14 days.
    </p>
  )
}
