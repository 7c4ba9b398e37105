import type { Key } from '#lib/keys/schema'

/** As many as can be looked over without a search. */
export const CHOICES = 6

/** Those that fail, then whatever else there is. */
export function keyChoices(failing: Key[], others: Key[]): Key[] {
  const known = new Set(failing.map(({ id }) => id))
  return [...failing, ...others.filter(({ id }) => !known.has(id))].slice(0, CHOICES)
}
