'use client'

import type { Key } from '#lib/keys/schema'
import { useClock } from '@/components/time/clock'
import { RelativeTime } from '@/components/time/relative-time'
import { Badge } from '@/components/ui/badge'

const SOON_MS = 14 * 86_400_000

/** When the key is to be rotated: quiet while there is time, amber within two weeks, red once it has passed. */
export function RotationDue({ rotation }: Pick<Key, 'rotation'>) {
  const { now } = useClock()
  if (!rotation.dueAt) return <span className="text-faint">no schedule</span>
  const left = new Date(rotation.dueAt).getTime() - now
  if (left < 0)
    return (
      <Badge tone="fail" look="quiet">
        <RelativeTime short at={rotation.dueAt} className="text-fail" />
      </Badge>
    )
  if (left < SOON_MS)
    return (
      <Badge tone="warn" look="quiet">
        <RelativeTime short at={rotation.dueAt} className="text-warn" />
      </Badge>
    )
  return <RelativeTime short at={rotation.dueAt} className="text-muted" />
}
