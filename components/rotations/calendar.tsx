'use client'

import { CalendarClock } from 'lucide-react'
import Link from 'next/link'
import { formatDay } from '#lib/format/format-time'
import type { CalendarEntry } from '#lib/rotations/schema'
import { useClock } from '@/components/time/clock'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'

const WEEK_MS = 7 * 86_400_000

/** What is overdue, what comes this week, and then month by month. */
export function Calendar({ items }: { items: CalendarEntry[] }) {
  const { now, timeZone } = useClock()
  if (items.length === 0)
    return (
      <Card flush>
        <EmptyState icon={CalendarClock} title="Nothing is due within a year">
          Say when keys are rotated in a key’s tab Rotation, or for a whole project or environment in the settings.
        </EmptyState>
      </Card>
    )
  const month = new Intl.DateTimeFormat('en-GB', { timeZone, month: 'long', year: 'numeric' })
  const groupOf = ({ at }: CalendarEntry) => {
    const left = Date.parse(at) - now
    return left < 0 ? 'Overdue' : left < WEEK_MS ? 'Within a week' : month.format(new Date(at))
  }
  return (
    <div className="flex flex-col gap-4">
      {[...Map.groupBy(items, groupOf)].map(([title, entries]) => (
        <Card key={title} title={title} flush>
          <ul className="divide-y">
            {entries.map((entry) => (
              <Entry
                key={`${entry.kind} ${entry.key.id}`}
                entry={entry}
                day={formatDay(entry.at, timeZone)}
                isOver={Date.parse(entry.at) < now}
              />
            ))}
          </ul>
        </Card>
      ))}
    </div>
  )
}

function Entry({ entry, day, isOver }: { entry: CalendarEntry; day: string; isOver: boolean }) {
  const { kind, key, at, isAutomatic, owner } = entry
  const did = kind === 'rotation' ? 'Rotation overdue' : 'Expired'
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 text-sm">
      <span className="w-24 text-muted text-xs tabular-nums">{day}</span>
      <Badge tone={isOver ? 'fail' : kind === 'expiry' ? 'warn' : 'info'} look="quiet">
        {isOver ? did : kind === 'rotation' ? 'Rotate' : 'Expires'}
      </Badge>
      <span className="min-w-40 flex-1">
        <Link href={`/keys/${key.id}`} className="rounded-sm font-medium font-mono text-xs hover:underline">
          {key.name}
        </Link>{' '}
        <span className="text-muted text-xs">
          {key.project}, {key.environment}
        </span>
      </span>
      <span className="text-muted text-xs">
        {isAutomatic ? 'by itself' : (owner ?? 'no owner')}, <RelativeTime short at={at} />
      </span>
    </li>
  )
}
