import { observe } from '#lib/access/observe'
import type { Context } from '#lib/context'
import { newId } from '#lib/ids'

interface UsedKey {
  id: string
  projectId: string
  environmentId: string
}

/** Notes that somebody or something used a version of a key. */
export async function observeUse(ctx: Context, key: UsedKey, version: number, kind: 'reveal' | 'copy' | 'test') {
  const { id: keyId, projectId, environmentId } = key
  const { type: consumerType, id: consumerId, name: consumerName } = ctx.actor
  const at = new Date()
  const use = { keyId, projectId, environmentId, version, kind, at, address: ctx.address }
  await observe(async (db) => {
    await db.usageEvent.create({ data: { id: newId('use'), ...use, consumerType, consumerId, consumerName } })
    await db.keyState.updateMany({ where: { keyId }, data: { lastUsedAt: at } })
  })
}
