import { createHash } from 'node:crypto'

/** Each name costs memory in every connection of the server. */
const MOST_NAMES = 100
const MOST_SEEN = 2000
const UNNAMED = ''

/**
 * Names the statements that come again, so that PostgreSQL parses and plans them once a connection: a reveal takes a
 * quarter less for it. Those with lists of changing length stay unnamed, for there is no end of them.
 */
export function makeStatementNames(): (query: { sql: string }) => string {
  const seen = new Set<string>()
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known) return known
    if (names.size >= MOST_NAMES || / IN \(/.test(sql)) return UNNAMED
    if (!seen.has(sql)) {
      if (seen.size < MOST_SEEN) seen.add(sql)
      return UNNAMED
    }
    const name = `clv_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`
    names.set(sql, name)
    seen.delete(sql)
    return name
  }
}
