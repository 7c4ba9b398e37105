const MINUTE = 60_000
const DAY = 86_400_000

/** Each unit with its length, and from how much on it is used: an expiry in 45 days is not "in 1 month". */
const STEPS: [unit: Intl.RelativeTimeFormatUnit, lengthMs: number, fromMs: number][] = [
  ['year', 365.25 * DAY, 2 * 365.25 * DAY],
  ['month', 30.4375 * DAY, 60 * DAY],
  ['day', DAY, DAY],
  ['hour', 60 * MINUTE, 60 * MINUTE],
  ['minute', MINUTE, MINUTE],
]

const long = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'long' })
const short = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'short' })

interface RelativeTimeForm {
  /** For tables: `3 min ago`, `in 2 mo`. */
  short?: boolean
}

/** `3 minutes ago`, `in 12 days`, `just now` (less than a minute either way). Rounds towards now, so that nothing is overstated. */
export function formatRelativeTime(at: Date | number | string, now: number, form: RelativeTimeForm = {}): string {
  const difference = new Date(at).getTime() - now
  if (Number.isNaN(difference)) return 'unknown'
  const step = STEPS.find(([, , fromMs]) => Math.abs(difference) >= fromMs)
  if (!step) return 'just now'
  const [unit, lengthMs] = step
  const amount = Math.trunc(difference / lengthMs)
  return form.short ? short.format(amount, unit).replace('.', '') : long.format(amount, unit)
}
