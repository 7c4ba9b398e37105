import type { z } from 'zod'
import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import type { SessionList } from './schema.ts'

const LIST_MAX = 200

/** Where the caller is signed in, latest first. */
export async function listSessions(ctx: Context): Promise<z.infer<typeof SessionList>> {
  const grant = await authorize(ctx, 'session.list')
  const current = ctx.actor.type === 'member' ? ctx.actor.via.id : null
  const rows = await read(grant).session.findMany({
    where: { memberId: ctx.actor.id, ...stillCounts() },
    orderBy: { lastSeenAt: 'desc' },
    take: LIST_MAX,
  })
  const items = rows.map(({ id, createdAt, lastSeenAt, expiresAt, address, userAgent }) => {
    const moments = {
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    }
    return { id, ...moments, address, userAgent, isCurrent: id === current }
  })
  return { items, nextCursor: null }
}

function stillCounts() {
  const now = Date.now()
  return { endedAt: null, expiresAt: { gt: new Date(now) }, lastSeenAt: { gt: new Date(now - 30 * 60_000) } }
}
