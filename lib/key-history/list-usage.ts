import { authorizeKey } from '#lib/access/authorize-key'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import type { KeyUsage } from './schema.ts'

const MOST = 200

/** Who used a key, which version and how often: the latest 200 consumers, newest use first. */
export async function listUsage(ctx: Context, keyId: string): Promise<{ items: KeyUsage[]; nextCursor: null }> {
  const grant = await authorizeKey(ctx, 'key.find', keyId)
  const key = await read(grant).key.findFirst({ where: { id: keyId, deletedAt: null }, select: { id: true } })
  if (!key) throw notFound()
  const groups = await read(grant).usageEvent.groupBy({
    by: ['consumerType', 'consumerId', 'consumerName', 'version', 'kind'],
    where: { keyId },
    _sum: { times: true },
    _max: { at: true },
    orderBy: { _max: { at: 'desc' } },
    take: MOST,
  })
  const items = groups.map((group) => ({
    consumer: { type: group.consumerType, id: group.consumerId, name: group.consumerName },
    version: group.version,
    kind: group.kind,
    count: group._sum.times ?? 0,
    lastUsedAt: (group._max.at ?? new Date(0)).toISOString(),
  }))
  return { items, nextCursor: null }
}
