import { KEY_STATUS_ORDER } from './key-status-words.ts'
import type { KeyFilters } from './queries.ts'

const NAMES = ['project', 'environment', 'provider', 'q'] as const
const SORTS = ['name', '-name', 'createdAt', '-createdAt', 'expiresAt', '-expiresAt'] as const

/** Filters as they stand in an address; what is no filter is left out. Without zod, which the list need not load. */
export function readKeyFilters(params: Record<string, string | string[] | undefined>): KeyFilters {
  const filters: KeyFilters = {}
  for (const name of NAMES) {
    const text = params[name]
    if (typeof text === 'string' && text) filters[name] = text.slice(0, 100)
  }
  const status = KEY_STATUS_ORDER.find((each) => each === params.status)
  const sort = SORTS.find((each) => each === params.sort)
  return {
    ...filters,
    ...(status && { status }),
    ...(sort && { sort }),
    ...(params.deleted === 'true' && { deleted: true }),
  }
}
