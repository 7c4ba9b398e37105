import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { inPlace, reachedBy } from '#lib/scoped-keys/reached-by'
import { EXPIRING_MS } from '#lib/scoped-keys/scoped-key-row'

/** How many of the scoped keys that the caller made or manages end within seven days. */
export function countExpiringScopedKeys(grant: Grant, now = new Date()): Promise<number> {
  const soon = { gt: now, lt: new Date(now.getTime() + EXPIRING_MS) }
  return read(grant).scopedKey.count({
    where: { AND: [reachedBy(grant.ctx.actor), inPlace({})], endedAt: null, expiresAt: soon },
  })
}
