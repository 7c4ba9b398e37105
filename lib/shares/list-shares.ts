import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { decodeCursor, encodeCursor } from '#lib/list/cursor'
import type { ListSharesQuery, ShareList } from './schema.ts'
import { toShare } from './share-row.ts'

/** The links that the caller made, newest first. */
export async function listShares(ctx: Context, query: ListSharesQuery): Promise<ShareList> {
  const grant = await authorize(ctx, 'share.list')
  const [before] = query.cursor ? decodeCursor(query.cursor, 1) : []
  const rows = await read(grant).share.findMany({
    where: { memberId: ctx.actor.id, ...(before ? { id: { lt: String(before) } } : {}) },
    omit: { sealed: true, hash: true },
    orderBy: { id: 'desc' },
    take: query.limit + 1,
  })
  const items = rows.slice(0, query.limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => toShare(row)),
    nextCursor: rows.length > query.limit && last ? encodeCursor([last.id]) : null,
  }
}
