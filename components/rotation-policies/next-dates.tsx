import { formatDay } from '#lib/format/format-time'
import { useClock } from '@/components/time/clock'

/** The next three days, or that there is none. */
export function NextDates({ dates }: { dates: readonly (string | Date)[] }) {
  const { timeZone } = useClock()
  if (dates.length === 0) return <span className="text-faint">no date</span>
  return (
    <span className="tabular-nums">
      {dates.map((date) => formatDay(typeof date === 'string' ? date : date.toISOString(), timeZone)).join(', then ')}
    </span>
  )
}
