import { authorizeKey } from '#lib/access/authorize-key'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, notFound } from '#lib/errors'
import { findKey } from './find-key.ts'
import type { Key } from './schema.ts'

/** Marks a key and all its versions as revoked here. Whoever made it at the provider revokes it there. */
export async function revokeKey(ctx: Context, id: string, reason: string): Promise<Key> {
  const grant = await authorizeKey(ctx, 'key.revoke', id)
  const key = await read(grant).key.findFirst({ where: { id, deletedAt: null }, select: { version: true } })
  if (!key) throw notFound()
  await commit(grant, async (tx) => {
    const now = new Date()
    const where = { id, version: key.version, revokedAt: null, deletedAt: null }
    const { count } = await tx.key.updateMany({ where, data: { revokedAt: now } })
    if (count === 0) throw new AppError('conflict', 'This key is revoked already, or was changed at the same moment.')
    await tx.keyVersion.updateMany({
      where: { keyId: id, state: { not: 'revoked' } },
      data: { state: 'revoked', retiredAt: now },
    })
    return { result: undefined, event: { reason, after: { version: key.version, state: 'revoked' } } }
  })
  return findKey(ctx, id)
}
