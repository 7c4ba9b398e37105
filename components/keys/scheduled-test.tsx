'use client'

import { formatClock } from '#lib/format/format-clock'
import type { Key } from '#lib/keys/schema'
import { useClock } from '@/components/time/clock'
import { testIntervalWords } from './test-interval.ts'

/** "Daily, next about 14:20": how often a key is tested by itself. */
export function ScheduledTest({ item: { scheduledTest } }: { item: Pick<Key, 'scheduledTest'> }) {
  const { now, timeZone } = useClock()
  const { effectiveHours, everyHours, nextAt } = scheduledTest
  if (effectiveHours === 0 || nextAt === null) return <span className="text-faint">never</span>
  const isDue = new Date(nextAt).getTime() <= now
  return (
    <span>
      {testIntervalWords(effectiveHours)}, next{' '}
      {isDue ? 'within minutes' : `about ${formatClock(nextAt, now, timeZone)}`}
      {everyHours === null && <span className="text-faint"> · as its environment</span>}
    </span>
  )
}
