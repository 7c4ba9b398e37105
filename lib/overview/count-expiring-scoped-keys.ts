import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { inPlace, reachedBy } from '#lib/scoped-keys/reached-by'
import { isExpiring, WARNED_MS } from '#lib/scoped-keys/scoped-key-row'

/** More than anybody would count. */
const MOST = 1000

/** How many of the scoped keys that the caller made or manages are about to end. */
export async function countExpiringScopedKeys(grant: Grant, now = new Date()): Promise<number> {
  const soon = { gt: now, lt: new Date(now.getTime() + WARNED_MS) }
  const rows = await read(grant).scopedKey.findMany({
    where: { AND: [reachedBy(grant.ctx.actor), inPlace({})], endedAt: null, expiresAt: soon },
    select: { createdAt: true, expiresAt: true },
    take: MOST,
  })
  return rows.filter((row) => isExpiring(row, now)).length
}
