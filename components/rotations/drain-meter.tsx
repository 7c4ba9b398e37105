import type { Drain } from '#lib/rotations/schema'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'

/** Who had the old value, and who of them has the new one. */
export function DrainMeter({ drain }: { drain: Drain[] }) {
  if (drain.length === 0)
    return (
      <p className="text-sm">
        Nobody took the old value from Claviger in the last 30 days. Others may hold copies of it.
      </p>
    )
  const moved = drain.filter(({ hasMoved }) => hasMoved).length
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-3">
        <div
          role="progressbar"
          aria-label="Have the new value"
          aria-valuenow={moved}
          aria-valuemin={0}
          aria-valuemax={drain.length}
          className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken"
        >
          <div className="h-full bg-ok" style={{ width: `${(moved / drain.length) * 100}%` }} />
        </div>
        <span className="text-muted text-xs tabular-nums">
          {moved} of {drain.length} have the new value
        </span>
      </div>
      <ul className="flex flex-col gap-1">
        {drain.map(({ consumer, oldUsedAt, newUsedAt, hasMoved }) => (
          <li key={`${consumer.type} ${consumer.id}`} className="flex flex-wrap items-center gap-x-3 text-sm">
            <span className="min-w-0 flex-1 wrap-anywhere">{consumer.name}</span>
            <span className="text-muted text-xs">
              old <RelativeTime short at={oldUsedAt} />
              {newUsedAt && (
                <>
                  , new <RelativeTime short at={newUsedAt} />
                </>
              )}
            </span>
            <Badge tone={hasMoved ? 'ok' : 'warn'} look="quiet">
              {hasMoved ? 'has moved' : 'has the old value'}
            </Badge>
          </li>
        ))}
      </ul>
    </div>
  )
}
