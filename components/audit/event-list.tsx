'use client'

import type { AuditEvent } from '#lib/audit-log/schema'
import { formatDay } from '#lib/format/format-time'
import { useClock } from '@/components/time/clock'
import { EventLine } from './event-line.tsx'

interface EventListProps {
  events: AuditEvent[]
  protectedEnvironments: ReadonlySet<string>
}

/** Events under the day on which they happened, latest first. */
export function EventList({ events, protectedEnvironments }: EventListProps) {
  const { now, timeZone } = useClock()
  const days = Map.groupBy(events, ({ at }) => formatDay(at, timeZone))
  const today = formatDay(now, timeZone)
  return [...days].map(([day, group]) => (
    <section key={day} aria-label={day}>
      <h2 className="sticky top-12 z-10 border-b bg-sunken px-4 py-1.5 font-medium text-muted text-xs">
        {day === today ? 'Today' : day}
      </h2>
      <ul className="border-b">
        {group.map((event) => (
          <EventLine key={event.id} event={event} protectedEnvironments={protectedEnvironments} />
        ))}
      </ul>
    </section>
  ))
}
