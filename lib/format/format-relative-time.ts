const STEPS: [unit: Intl.RelativeTimeFormatUnit, milliseconds: number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

const words = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'long' })

/** `3 minutes ago`, `in 12 days`, `just now` (less than a minute either way). Rounds towards now, so that nothing is overstated. */
export function formatRelativeTime(at: Date | number | string, now: number): string {
  const difference = new Date(at).getTime() - now
  if (Number.isNaN(difference)) return 'unknown'
  const step = STEPS.find(([, size]) => Math.abs(difference) >= size)
  if (!step) return 'just now'
  const [unit, size] = step
  return words.format(Math.trunc(difference / size), unit)
}
