import type { Level } from './schema.ts'

const DAY_MS = 86_400_000

/**
 * How many days a matter is told before it happens: the smallest of the lead days that has been reached, 0 once it has
 * happened, null where it is too early for any.
 */
export function stageOf(dueAt: Date, leadDays: readonly number[], now: Date): number | null {
  const left = dueAt.getTime() - now.getTime()
  if (left <= 0) return 0
  const reached = leadDays.filter((days) => left <= days * DAY_MS)
  return reached.length > 0 ? Math.min(...reached) : null
}

/** A week before it is a warning, a day before it is urgent. */
export function levelAt(stage: number): Level {
  return stage <= 1 ? 'fail' : stage <= 7 ? 'warn' : 'info'
}
