import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Rotation } from '#lib/db/generated/client'
import type { Drain } from './schema.ts'

const LOOKED_BACK_MS = 30 * 86_400_000
/** Uses by which a value goes somewhere; tests and comparisons take it nowhere. */
export const TAKING_USES = ['fetch', 'openclaw', 'reveal', 'copy', 'export', 'share']

type Asked = Pick<Rotation, 'keyId' | 'fromVersion' | 'toVersion' | 'createdAt'>

/** Who had the old value within the last 30 days, and whether they have the new one: those that have not first. */
export async function findDrain(grant: Grant, { keyId, fromVersion, toVersion, createdAt }: Asked): Promise<Drain[]> {
  if (toVersion === null) return []
  const groups = await read(grant).usageEvent.groupBy({
    by: ['consumerType', 'consumerId', 'consumerName', 'version'],
    where: {
      keyId,
      kind: { in: TAKING_USES },
      version: { in: [fromVersion, toVersion] },
      at: { gt: new Date(createdAt.getTime() - LOOKED_BACK_MS) },
    },
    _max: { at: true },
  })
  const consumers = Map.groupBy(groups, ({ consumerType, consumerId }) => `${consumerType} ${consumerId}`)
  return [...consumers.values()]
    .flatMap((uses): Drain[] => {
      const at = (version: number) => uses.find((use) => use.version === version)?._max.at
      const [first, oldUsedAt, newUsedAt] = [uses[0], at(fromVersion), at(toVersion)]
      if (!first || !oldUsedAt) return []
      const consumer = { type: first.consumerType, id: first.consumerId, name: first.consumerName }
      const hasMoved = newUsedAt !== undefined && newUsedAt !== null && newUsedAt >= oldUsedAt
      return [{ consumer, oldUsedAt: oldUsedAt.toISOString(), newUsedAt: newUsedAt?.toISOString() ?? null, hasMoved }]
    })
    .sort((one, other) => Number(one.hasMoved) - Number(other.hasMoved) || other.oldUsedAt.localeCompare(one.oldUsedAt))
}
