import type { z } from 'zod'
import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { containing } from '#lib/list/containing'
import { decodeCursor, encodeCursor } from '#lib/list/cursor'
import { describeMember, MEMBER_COLUMNS } from './describe-member.ts'
import type { ListMembersQuery, MemberList } from './schema.ts'

/** Every member, by name; `q` finds part of a name or email. */
export async function listMembers(ctx: Context, query: ListMembersQuery): Promise<z.infer<typeof MemberList>> {
  const grant = await authorize(ctx, 'member.list')
  const { limit, cursor, q } = query
  const rows = await read(grant).member.findMany({
    where: { AND: [cursor ? after(cursor) : {}, q ? matching(q) : {}] },
    select: MEMBER_COLUMNS,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: limit + 1,
  })
  const items = rows.slice(0, limit).map(describeMember)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.name, last.id]) : null }
}

function after(cursor: string) {
  const [name, id] = decodeCursor(cursor, 2).map(String)
  return { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] }
}

function matching(q: string) {
  return { OR: [{ name: containing(q) }, { email: containing(q) }] }
}
