const DAY_MS = 86_400_000
const SHOWN = 3

interface Schedule {
  /** When the present value was stored. */
  since: Date
  everyDays: number | null
  maxAgeDays: number | null
  rotateAt: Date | null
}

/** The next days on which a key is to be rotated, each counted from the one before. As the database counts them. */
export function nextDates({ since, everyDays, maxAgeDays, rotateAt }: Schedule): Date[] {
  const dates: Date[] = []
  let from = since
  for (let count = 0; count < SHOWN; count += 1) {
    const spans = [everyDays, maxAgeDays].flatMap((days) => (days === null ? [] : [from.getTime() + days * DAY_MS]))
    const once = rotateAt && rotateAt > from ? [rotateAt.getTime()] : []
    if (spans.length + once.length === 0) return dates
    from = new Date(Math.min(...spans, ...once))
    dates.push(from)
  }
  return dates
}
