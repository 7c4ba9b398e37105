import { ListKeysQuery } from '#lib/keys/schema'
import type { KeyFilters } from './queries.ts'

/** Filters as they stand in an address; what does not parse is left out. */
export function readKeyFilters(params: Record<string, string | undefined>): KeyFilters {
  const { project, environment, provider, status, q, sort, deleted } = ListKeysQuery.shape
  const shape = { project, environment, provider, status, q, sort: sort.optional(), deleted }
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, schema]) => {
      const raw = params[name]
      const parsed = raw ? schema.safeParse(raw) : null
      return parsed?.success && parsed.data !== undefined ? [[name, parsed.data]] : []
    }),
  )
}
