import { authorizeKey } from '#lib/access/authorize-key'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { decodeCursor, encodeCursor } from '#lib/list/cursor'
import { toRotation } from './rotation-row.ts'
import type { RotationList } from './schema.ts'

/** The rotations of a key, newest first. */
export async function listRotations(
  ctx: Context,
  keyId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<RotationList> {
  const grant = await authorizeKey(ctx, 'rotation.list', keyId)
  const [before] = cursor ? decodeCursor(cursor, 1) : []
  const rows = await read(grant).rotation.findMany({
    where: { keyId, ...(before ? { id: { lt: String(before) } } : {}) },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items: items.map(toRotation), nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null }
}
