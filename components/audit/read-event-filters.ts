import type { EventFilters } from './queries.ts'

const NAMES = ['actor', 'action', 'key', 'project', 'environment', 'q'] as const
const OUTCOMES = ['allowed', 'denied', 'failed'] as const
const MOMENT = /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/

/** Filters as they stand in an address; what is no filter is left out. Without zod, which the page need not load. */
export function readEventFilters(params: Record<string, string | string[] | undefined>): EventFilters {
  const filters: EventFilters = {}
  for (const name of NAMES) {
    const text = params[name]
    if (typeof text === 'string' && text) filters[name] = text.slice(0, 100)
  }
  for (const name of ['from', 'to'] as const) {
    const text = params[name]
    if (typeof text === 'string' && MOMENT.test(text) && !Number.isNaN(Date.parse(text))) filters[name] = text
  }
  const outcome = OUTCOMES.find((each) => each === params.outcome)
  return outcome ? { ...filters, outcome } : filters
}
