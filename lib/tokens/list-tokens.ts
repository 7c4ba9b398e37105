import type { z } from 'zod'
import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { decodeCursor, encodeCursor, type ListQuery } from '#lib/list/cursor'
import { describeToken } from './describe-token.ts'
import type { TokenList } from './schema.ts'

/** The caller's own tokens that were not revoked, newest first. */
export async function listTokens(ctx: Context, query: z.infer<typeof ListQuery>): Promise<z.infer<typeof TokenList>> {
  const grant = await authorize(ctx, 'token.list')
  const [before] = query.cursor ? decodeCursor(query.cursor, 1) : []
  const rows = await read(grant).token.findMany({
    where: { memberId: ctx.actor.id, revokedAt: null, ...(before ? { id: { lt: String(before) } } : {}) },
    omit: { hash: true },
    orderBy: { id: 'desc' },
    take: query.limit + 1,
  })
  const items = rows.slice(0, query.limit)
  const last = items.at(-1)
  return {
    items: items.map(describeToken),
    nextCursor: rows.length > query.limit && last ? encodeCursor([last.id]) : null,
  }
}
