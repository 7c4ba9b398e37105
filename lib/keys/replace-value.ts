import { authorizeKey } from '#lib/access/authorize-key'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, notFound } from '#lib/errors'
import { findKey } from './find-key.ts'
import type { Key } from './schema.ts'
import { sealVersion } from './seal-version.ts'
import { RACE, storeVersions } from './store-versions.ts'

interface Replacement {
  value: string
  reason?: string | undefined
  /** The version that the new value was made from: no other may be current. */
  replaces?: number
}

/**
 * Makes a new value current. The old version stays as `previous`: it works at its provider until somebody revokes it there.
 * `conflict` for the value that is already current, and for the loser of two at once.
 */
export async function replaceValue(ctx: Context, id: string, { value, reason, replaces }: Replacement): Promise<Key> {
  const grant = await authorizeKey(ctx, 'key.replace', id)
  const key = await read(grant).key.findFirst({
    where: { id, deletedAt: null },
    include: { versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } } },
  })
  if (!key) throw notFound()
  if (replaces !== undefined && replaces !== key.version) throw new AppError('conflict', RACE)
  const number = (key.versions[0]?.number ?? 0) + 1
  const { projectId, environmentId, provider: providerId } = key
  const version = sealVersion({ projectId, environmentId, keyId: id, number, value, providerId })
  if (version.fingerprint === key.fingerprint && !key.revokedAt) {
    throw new AppError('conflict', 'This is the value that the key already has. Nothing was changed.')
  }
  await commit(grant, async (tx) => {
    await storeVersions(tx, [
      { ...version, keyId: id, replaces: key.version, createdById: ctx.actor.id, reason: reason ?? null },
    ])
    const before = { version: key.version, fingerprint: key.fingerprint }
    const after = { version: number, fingerprint: version.fingerprint }
    return { result: undefined, event: { reason, before, after } }
  })
  return findKey(ctx, id)
}
