import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import type { Prisma } from '#lib/db/generated/client'
import { decodeCursor, encodeCursor } from '#lib/list/cursor'
import { inPlace, reachedBy } from './reached-by.ts'
import type { ListScopedKeysQuery, ScopedKeyList } from './schema.ts'
import { SCOPED_KEY_INCLUDE, toScopedKey } from './scoped-key-row.ts'

/** The scoped keys that the caller made, and those of the environments that they manage, newest first. */
export async function listScopedKeys(ctx: Context, query: ListScopedKeysQuery): Promise<ScopedKeyList> {
  const grant = await authorize(ctx, 'scoped_key.list')
  const [before] = query.cursor ? decodeCursor(query.cursor, 1) : []
  const db = read(grant)
  const rows = await db.scopedKey.findMany({
    where: {
      AND: [reachedBy(ctx.actor), inPlace(query), inState(query.state, db)],
      ...(before ? { id: { lt: String(before) } } : {}),
    },
    include: SCOPED_KEY_INCLUDE,
    orderBy: { id: 'desc' },
    take: query.limit + 1,
  })
  const items = rows.slice(0, query.limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => toScopedKey(row)),
    nextCursor: rows.length > query.limit && last ? encodeCursor([last.id]) : null,
  }
}

function inState(
  state: ListScopedKeysQuery['state'],
  { scopedKey: { fields } }: Pick<ReturnType<typeof read>, 'scopedKey'>,
): Prisma.ScopedKeyWhereInput {
  const isLeft = { OR: [{ maxUses: null }, { uses: { lt: fields.maxUses } }] }
  const works = { endedAt: null, expiresAt: { gt: new Date() }, ...isLeft }
  if (state === 'all') return {}
  return state === 'active' ? works : { NOT: works }
}
