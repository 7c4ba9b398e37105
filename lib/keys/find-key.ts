import { authorizeKey } from '#lib/access/authorize-key'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { findSameValues } from './find-same-values.ts'
import { keyInclude, toKey } from './key-row.ts'
import type { Key } from './schema.ts'

/** What is known about one key, never its value. A deleted key is not found until it is restored. */
export async function findKey(ctx: Context, id: string): Promise<Key> {
  const grant = await authorizeKey(ctx, 'key.find', id)
  const row = await read(grant).key.findFirst({ where: { id, deletedAt: null }, include: keyInclude })
  if (!row) throw notFound()
  const sameValueOf = await findSameValues(grant, [row])
  return toKey(row, sameValueOf(row), new Date())
}
