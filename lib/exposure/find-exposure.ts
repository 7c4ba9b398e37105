import { authorizeKey } from '#lib/access/authorize-key'
import { coversName } from '#lib/access/covers-name'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { findSameValues } from '#lib/keys/find-same-values'
import { TAKING_USES } from '#lib/rotations/find-drain'
import type { Exposure } from './schema.ts'

const DAYS = 90
const DAY_MS = 86_400_000
const SHOWN = 200
const ADDRESSES_SHOWN = 10

/** Who had a value of this key and from where, who may get it, and which other keys hold the same. */
export async function findExposure(ctx: Context, keyId: string): Promise<Exposure> {
  const grant = await authorizeKey(ctx, 'key.expose', keyId)
  const key = await read(grant).key.findFirst({ where: { id: keyId, deletedAt: null } })
  if (!key) throw notFound()
  const now = new Date()
  const groups = await read(grant).usageEvent.groupBy({
    by: ['consumerType', 'consumerId', 'consumerName', 'address', 'version'],
    where: { keyId, kind: { in: TAKING_USES }, at: { gt: new Date(now.getTime() - DAYS * DAY_MS) } },
    _max: { at: true },
    _sum: { times: true },
  })
  const consumers = [...Map.groupBy(groups, ({ consumerType, consumerId }) => `${consumerType} ${consumerId}`).values()]
    .flatMap((uses): Exposure['consumers'] => {
      const [first] = uses
      if (!first) return []
      const last = Math.max(...uses.map(({ _max }) => _max.at?.getTime() ?? 0))
      const addresses = [...new Set(uses.flatMap(({ address }) => (address ? [address] : [])))]
      return [
        {
          type: first.consumerType,
          id: first.consumerId,
          name: first.consumerName,
          lastAt: new Date(last).toISOString(),
          uses: uses.reduce((sum, { _sum }) => sum + (_sum.times ?? 0), 0),
          addresses: addresses.slice(0, ADDRESSES_SHOWN),
          hasCurrent: uses.some(({ version }) => version === key.version),
        },
      ]
    })
    .sort((one, other) => other.lastAt.localeCompare(one.lastAt))
    .slice(0, SHOWN)
  const programs = await read(grant).scopedKey.findMany({
    where: { environmentId: key.environmentId, endedAt: null, expiresAt: { gt: now } },
    select: { id: true, name: true, expiresAt: true, keyNames: true, actions: true },
    orderBy: { id: 'asc' },
  })
  return {
    days: DAYS,
    consumers,
    sameValue: (await findSameValues(grant, [key]))(key),
    scopedKeys: programs
      .filter(({ keyNames, actions }) => actions.includes('fetch') && coversName(keyNames, key.name))
      .slice(0, SHOWN)
      .map(({ id, name, expiresAt }) => ({ id, name, expiresAt: expiresAt.toISOString() })),
  }
}
