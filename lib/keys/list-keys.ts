import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { findSameValues } from './find-same-values.ts'
import { keyOrder } from './key-order.ts'
import { keyInclude, toKey } from './key-row.ts'
import type { Key, ListKeysQuery } from './schema.ts'
import { whereKeys } from './where-keys.ts'

/** A page of the keys that the caller sees; the number of queries does not depend on how many there are. */
export async function listKeys(
  ctx: Context,
  query: ListKeysQuery,
): Promise<{ items: Key[]; nextCursor: string | null }> {
  const grant = await authorize(ctx, 'key.list')
  const now = new Date()
  const order = keyOrder(query.sort)
  const where = { AND: [await whereKeys(grant, query, now), order.after(query.cursor)] }
  const rows = await read(grant).key.findMany({
    where,
    include: keyInclude,
    orderBy: order.orderBy,
    take: query.limit + 1,
  })
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const sameValueOf = await findSameValues(grant, page)
  return {
    items: page.map((row) => toKey(row, sameValueOf(row), now)),
    nextCursor: rows.length > page.length && last ? order.cursorOf(last) : null,
  }
}
