import { formatTime } from './format-time.ts'

/** The time of day to the minute, for what is on the same day or the next; with the day for what is further: `14:20`. */
export function formatClock(at: Date | number | string, now: number, timeZone = 'UTC'): string {
  const [day = '', time = ''] = formatTime(at, timeZone).split(', ')
  const minutes = time.slice(0, 5)
  const isSoon = Math.abs(new Date(at).getTime() - now) < 24 * 3_600_000
  return isSoon ? minutes : `${day}, ${minutes}`
}
