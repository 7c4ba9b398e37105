const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  })
  formats.set(timeZone, made)
  return made
}

/** The exact time, to the second, with its zone: `23 Nov 2026, 23:22:57 UTC`. */
export function formatTime(at: Date | number | string, timeZone = 'UTC'): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? 'unknown' : formatFor(timeZone).format(date)
}

/** The day alone: `23 Nov 2026`. */
export function formatDay(at: Date | number | string, timeZone = 'UTC'): string {
  return formatTime(at, timeZone).split(',')[0] ?? 'unknown'
}
