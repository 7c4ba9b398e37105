import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import { refuseBySwitch } from '#lib/access/refuse-by-switch'
import type { Context } from '#lib/context'
import { AppError, invalid } from '#lib/errors'
import { newId } from '#lib/ids'
import { mintBearer } from '#lib/vault/bearer'
import { authorizeScopedKey } from './authorize-scoped-key.ts'
import { type NewScopedKey, RotateScopedKeyInput } from './schema.ts'
import { SCOPED_KEY_INCLUDE, toScopedKey } from './scoped-key-row.ts'

const HOUR_MS = 3_600_000

/**
 * Gives a scoped key a new secret, which is in this answer alone; it stays the same key, with the same id and the same
 * expiry. The secret before works until the overlap has passed, any older one ends at once. `invalid` for want of a reason
 * where the environment is protected.
 */
export async function rotateScopedKey(ctx: Context, id: string, given: RotateScopedKeyInput): Promise<NewScopedKey> {
  const { overlapHours, reason } = RotateScopedKeyInput.parse(given)
  const { grant, row } = await authorizeScopedKey(ctx, 'scoped_key.rotate', id)
  const now = new Date()
  if (row.endedAt || row.expiresAt <= now)
    throw new AppError('conflict', 'This scoped key has ended. Make a new one instead.')
  const environment = await read(grant).environment.findUniqueOrThrow({ where: { id: row.environmentId } })
  if (environment.protected && !reason)
    throw invalid('reason', 'This environment is protected: say why the key gets a new secret.')
  await refuseBySwitch(grant, environment, reason)
  const { secret, hash, tail } = mintBearer('key')
  const endsAt = new Date(now.getTime() + overlapHours * HOUR_MS)
  const rotated = await commit(grant, async (tx) => {
    // The row is the lock: of two at once, the second ends the secret that the first has made.
    await tx.scopedKey.update({ where: { id, endedAt: null }, data: { name: row.name } })
    await tx.scopedKeySecret.updateMany({ where: { scopedKeyId: id, endsAt: { gt: now } }, data: { endsAt: now } })
    await tx.scopedKeySecret.updateMany({ where: { scopedKeyId: id, endsAt: null }, data: { endsAt } })
    await tx.scopedKeySecret.create({ data: { id: newId('scs'), scopedKeyId: id, hash, tail } })
    const result = await tx.scopedKey.findUniqueOrThrow({ where: { id }, include: SCOPED_KEY_INCLUDE })
    const target = { type: 'scoped_key', id, name: row.name }
    return { result, event: { target, reason, after: { tail, overlapHours } } }
  })
  return { ...toScopedKey(rotated), secret }
}
