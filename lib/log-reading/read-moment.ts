/** A time as the log says it: with `Z` where it names a zone, without where it does not. */
export type Moment = string

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const MONTH = `(${MONTHS.join('|')})`
const CLOCK = '(\\d{2}):(\\d{2}):(\\d{2})(?:[.,](\\d{1,9}))?'

interface Fields {
  year: number
  month: number
  day: number
  clock: string[]
  zone?: string | undefined
}

type Form = [RegExp, (parts: string[], now: Date) => Fields | number]

/** ISO and Python, Go and nginx, access logs, HTTP dates, asctime, Tomcat, syslog, klog, and seconds or milliseconds since 1970. */
const FORMS: Form[] = [
  [
    new RegExp(`(?<!\\d)(\\d{4})[-/](\\d{2})[-/](\\d{2})[T ]${CLOCK} ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?(?!\\d)`),
    ([year, month, day, h, m, s, f, zone]) => fields(year, Number(month), day, [h, m, s, f], zone),
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})[/ -]${MONTH}[/ -](\\d{4})[: ]${CLOCK}(?: (GMT|UTC|[+-]\\d{4}))?`),
    ([day, month, year, h, m, s, f, zone]) => fields(year, monthOf(month), day, [h, m, s, f], zone),
  ],
  [
    new RegExp(`\\b${MONTH} {1,2}(\\d{1,2}) ${CLOCK} (\\d{4})\\b`),
    ([month, day, h, m, s, f, year]) => fields(year, monthOf(month), day, [h, m, s, f]),
  ],
  [
    new RegExp(`\\b${MONTH} {1,2}(\\d{1,2}) ${CLOCK}\\b`),
    ([month, day, h, m, s, f], now) => lastYear(fields('0', monthOf(month), day, [h, m, s, f]), now),
  ],
  [
    new RegExp(`^[EWIF](\\d{2})(\\d{2}) ${CLOCK}\\b`),
    ([month, day, h, m, s, f], now) => lastYear(fields('0', Number(month), day, [h, m, s, f]), now),
  ],
  [/^\[?(\d{10})(\.\d{1,9})?\b(?![-:/])/, ([seconds, fraction]) => Number(`${seconds}${fraction ?? ''}`) * 1000],
  [/^\[?(\d{13})\b(?![-:/.])/, ([ms]) => Number(ms)],
  [
    /"(?:time|ts|timestamp|date|@timestamp)":\s?(\d{10}(?:\.\d{1,9})?|\d{13})\b/,
    ([value]) => Number(value) * (Number(value) < 1e11 ? 1000 : 1),
  ],
]
const LOOKED_AT = 400
const SOON_MS = 86_400_000

/** The first time that a line names near its start, or undefined. A year that is not named is taken to be the latest that fits. */
export function readMoment(line: string, now: Date = new Date()): Moment | undefined {
  const head = line.slice(0, LOOKED_AT)
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(head)
    const moment =
      match &&
      write(
        read(
          match.slice(1).map((part) => part ?? ''),
          now,
        ),
      )
    if (moment) return moment
  }
  return undefined
}

/** Earlier first; a time without a zone is compared as if it were UTC, for want of anything better. */
export function compareMoments(one: Moment, other: Moment): number {
  return msOf(one) - msOf(other)
}

function msOf(moment: Moment): number {
  return Date.parse(moment.endsWith('Z') ? moment : `${moment}Z`)
}

function fields(year = '', month = 0, day = '', clock: (string | undefined)[] = [], zone?: string): Fields {
  return {
    year: Number(year),
    month,
    day: Number(day),
    clock: clock.map((part) => part ?? ''),
    zone: zone || undefined,
  }
}

function lastYear(named: Fields, now: Date): Fields {
  const thisYear = { ...named, year: now.getUTCFullYear() }
  const isPast = msOfFields(thisYear) <= now.getTime() + SOON_MS
  return isPast ? thisYear : { ...thisYear, year: thisYear.year - 1 }
}

function write(read: Fields | number): Moment | undefined {
  const ms = typeof read === 'number' ? read : msOfFields(read)
  if (!Number.isFinite(ms) || ms < 0 || ms > 253_402_300_799_999) return undefined
  const iso = new Date(ms).toISOString()
  return typeof read === 'number' || read.zone ? iso : iso.slice(0, -1)
}

function msOfFields({ year, month, day, clock: [h, m, s, fraction], zone }: Fields): number {
  if (month < 1 || month > 12 || day < 1 || day > 31 || Number(h) > 23 || Number(m) > 59 || Number(s) > 60)
    return Number.NaN
  const ms = Number(`0.${fraction || '0'}`) * 1000
  return Date.UTC(year, month - 1, day, Number(h), Number(m), Number(s), Math.floor(ms)) - offsetMs(zone)
}

function offsetMs(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name) + 1
}
