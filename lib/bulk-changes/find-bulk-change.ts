import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { bulkSummary } from './bulk-row.ts'
import type { BulkChange, BulkChangeItem } from './schema.ts'

/** How a bulk change of the caller's own goes, key by key, in the order in which they were chosen. */
export async function findBulkChange(ctx: Context, id: string): Promise<BulkChange> {
  const subject = { target: { type: 'bulk_change', id, name: id } }
  const grant = await authorize(ctx, 'bulk_change.find', { subject })
  const row = await read(grant).bulkChange.findFirst({
    where: { id, memberId: ctx.actor.id },
    include: { items: { orderBy: { position: 'asc' } } },
  })
  if (!row) throw notFound()
  const seen = { environmentId: seenEnvironments(ctx.actor) }
  const keys = await read(grant).key.findMany({
    where: { id: { in: row.items.map(({ keyId }) => keyId) }, ...seen },
    select: { id: true, name: true },
  })
  const rotations = await read(grant).rotation.findMany({
    where: { id: { in: row.items.flatMap(({ rotationId }) => (rotationId ? [rotationId] : [])) }, ...seen },
    select: { id: true, state: true, problem: true },
  })
  const items = row.items.map(({ keyId, state, reason, rotationId }): BulkChangeItem => {
    const rotation = rotations.find((each) => each.id === rotationId)
    const how = rotation && { ...rotation, state: rotation.state as NonNullable<BulkChangeItem['rotation']>['state'] }
    return { keyId, name: keys.find((key) => key.id === keyId)?.name ?? null, state, rotation: how ?? null, reason }
  })
  return { ...bulkSummary(row), items }
}
