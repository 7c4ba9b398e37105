import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Context } from '#lib/context'
import { decodeCursor, encodeCursor } from '#lib/list/cursor'
import { ofKey, ofKeyInclude } from './of-key.ts'
import { toRotation } from './rotation-row.ts'
import type { KeyRotationList, ListAllRotationsQuery } from './schema.ts'

/** The rotations of all keys that the caller sees, newest first: those under way, or those that have ended. */
export async function listAllRotations(ctx: Context, query: ListAllRotationsQuery): Promise<KeyRotationList> {
  const grant = await authorize(ctx, 'key.list')
  const { state, limit, cursor } = query
  const [before] = cursor ? decodeCursor(cursor, 1) : []
  const rows = await read(grant).rotation.findMany({
    where: {
      environmentId: seenEnvironments(ctx.actor),
      openKeyId: state === 'open' ? { not: null } : null,
      key: { deletedAt: null, project: { deletedAt: null } },
      ...(before ? { id: { lt: String(before) } } : {}),
    },
    include: { key: { select: ofKeyInclude } },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ key, ...row }) => ({ ...toRotation(row), key: ofKey(key) })),
    nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null,
  }
}
