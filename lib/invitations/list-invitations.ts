import type { z } from 'zod'
import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { decodeCursor, encodeCursor, type ListQuery } from '#lib/list/cursor'
import { describeInvitation, openInvitations } from './describe-invitation.ts'
import type { InvitationList } from './schema.ts'

/** Who was invited and has not joined yet, latest first. */
export async function listInvitations(
  ctx: Context,
  query: z.infer<typeof ListQuery>,
): Promise<z.infer<typeof InvitationList>> {
  const grant = await authorize(ctx, 'invitation.list')
  const [before] = query.cursor ? decodeCursor(query.cursor, 1) : []
  const rows = await read(grant).invitation.findMany({
    where: { ...openInvitations(), ...(before ? { id: { lt: String(before) } } : {}) },
    omit: { hash: true },
    orderBy: { id: 'desc' },
    take: query.limit + 1,
  })
  const items = rows.slice(0, query.limit).map(describeInvitation)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > query.limit && last ? encodeCursor([last.id]) : null }
}
