import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'

const SHOWN_MS = 7 * 86_400_000

/** How many links of the caller's somebody tried to open after they had been opened, in the last seven days. */
export function countSharesTriedAgain(grant: Grant, now = new Date()): Promise<number> {
  return read(grant).share.count({
    where: { memberId: grant.ctx.actor.id, triedAgainAt: { gt: new Date(now.getTime() - SHOWN_MS) } },
  })
}
