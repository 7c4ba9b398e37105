import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Context } from '#lib/context'
import { decodeCursor, encodeCursor } from '#lib/list/cursor'
import type { Inbox } from './schema.ts'
import { toWarning } from './warning-row.ts'

/** What reached the caller, newest first, of what they still may see. */
export async function listInbox(
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Inbox> {
  const grant = await authorize(ctx, 'inbox.list')
  const [before] = cursor ? decodeCursor(cursor, 1) : []
  const own = {
    memberId: ctx.actor.id,
    way: 'inbox',
    warning: { OR: [{ environmentId: null }, { environmentId: seenEnvironments(ctx.actor) }] },
  }
  const rows = await read(grant).warningDelivery.findMany({
    where: { ...own, ...(before ? { id: { lt: String(before) } } : {}) },
    include: { warning: true },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const unread = await read(grant).warningDelivery.count({ where: { ...own, readAt: null } })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ id, createdAt, readAt, warning }) => ({
      id,
      at: createdAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
      warning: toWarning(warning),
    })),
    nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null,
    unread,
  }
}
