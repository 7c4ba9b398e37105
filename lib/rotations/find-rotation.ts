import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import type { Rotation as RotationRow } from '#lib/db/generated/client'
import { authorizeRotation } from './authorize-rotation.ts'
import { toRotation } from './rotation-row.ts'
import type { Drain, RotationDetails } from './schema.ts'

const LOOKED_BACK_MS = 30 * 86_400_000
/** Whoever reads a value takes it somewhere; tests and comparisons do not. */
const TAKES = ['fetch', 'openclaw', 'reveal', 'copy', 'export', 'share']

/** A rotation with its drain meter: who had the old value, and who of them has the new one. */
export async function findRotation(ctx: Context, id: string): Promise<RotationDetails> {
  const { grant, row } = await authorizeRotation(ctx, 'rotation.list', id)
  return { ...toRotation(row), drain: row.toVersion === null ? [] : await drainOf(grant, row) }
}

async function drainOf(grant: Grant, { keyId, fromVersion, toVersion, createdAt }: RotationRow): Promise<Drain[]> {
  const groups = await read(grant).usageEvent.groupBy({
    by: ['consumerType', 'consumerId', 'consumerName', 'version'],
    where: {
      keyId,
      kind: { in: TAKES },
      version: { in: [fromVersion, toVersion ?? fromVersion] },
      at: { gt: new Date(createdAt.getTime() - LOOKED_BACK_MS) },
    },
    _max: { at: true },
  })
  const consumers = Map.groupBy(groups, ({ consumerType, consumerId }) => `${consumerType} ${consumerId}`)
  return [...consumers.values()]
    .flatMap((uses): Drain[] => {
      const at = (version: number | null) => uses.find((use) => use.version === version)?._max.at
      const [first, oldUsedAt, newUsedAt] = [uses[0], at(fromVersion), at(toVersion)]
      if (!first || !oldUsedAt) return []
      const consumer = { type: first.consumerType, id: first.consumerId, name: first.consumerName }
      const hasMoved = newUsedAt !== undefined && newUsedAt !== null && newUsedAt >= oldUsedAt
      return [{ consumer, oldUsedAt: oldUsedAt.toISOString(), newUsedAt: newUsedAt?.toISOString() ?? null, hasMoved }]
    })
    .sort((one, other) => Number(one.hasMoved) - Number(other.hasMoved) || other.oldUsedAt.localeCompare(one.oldUsedAt))
}
