import type { USUAL } from './schema.ts'

const QUARTER_MS = 15 * 60_000
/** Two days of quarters: some hour of them is any hour, whatever daylight saving does. */
const MOST_QUARTERS = 200

const clocks = new Map<string, Intl.DateTimeFormat>()

function hourIn(timeZone: string, at: number): number {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' })
    clocks.set(timeZone, clock)
  }
  return Number(clock.format(at))
}

/**
 * When a mail may reach somebody: now, at their next digest, or once their quiet hours are over. Null where they want no
 * mail. Hours are those of their own time zone; an hour that daylight saving leaves out is the one after it.
 */
export function mailMoment(settings: typeof USUAL, isUrgent: boolean, now: Date): Date | null {
  const { email, digestHour, timeZone, quietFrom, quietTo, urgentAnyway } = settings
  if (email === 'off') return null
  if (isUrgent && urgentAnyway) return now
  const isQuiet = (hour: number) =>
    quietFrom !== null && quietTo !== null && quietFrom !== quietTo
      ? quietFrom < quietTo
        ? hour >= quietFrom && hour < quietTo
        : hour >= quietFrom || hour < quietTo
      : false
  if (email === 'each' && !isQuiet(hourIn(timeZone, now.getTime()))) return now
  let before = hourIn(timeZone, now.getTime())
  for (let quarter = 1; quarter <= MOST_QUARTERS; quarter += 1) {
    const at = (Math.floor(now.getTime() / QUARTER_MS) + quarter) * QUARTER_MS
    const hour = hourIn(timeZone, at)
    const isNewHour = hour !== before
    const isSkipped = isNewHour && (hour - before + 24) % 24 === 2 && (before + 1) % 24 === digestHour
    if (email === 'digest' ? isNewHour && (hour === digestHour || isSkipped) : !isQuiet(hour)) return new Date(at)
    before = hour
  }
  return now
}
