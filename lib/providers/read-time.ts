/** A time as providers write it (ISO, a bare date, `2026-01-31 12:00:00 UTC`, Unix seconds) as ISO-8601 UTC, or undefined. */
export function readTime(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return iso(new Date(value < 1e11 ? value * 1000 : value))
  if (typeof value !== 'string' || !/\d{4}-\d{2}-\d{2}/.test(value)) return undefined
  const text = value
    .trim()
    .replace(/^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}) ?(UTC|Z|[+-]\d{4})?$/, (_, day, time, zone) => {
      const offset = !zone || zone === 'UTC' || zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3)}`
      return `${day}T${time}${offset}`
    })
  return iso(new Date(text))
}

function iso(date: Date): string | undefined {
  const year = date.getUTCFullYear()
  return year >= 1970 && year <= 9999 ? date.toISOString() : undefined
}
