import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { bulkSummary } from './bulk-row.ts'
import type { BulkChangeSummary } from './schema.ts'

const SHOWN = 50

/** The latest bulk changes of the caller's own. */
export async function listBulkChanges(ctx: Context): Promise<BulkChangeSummary[]> {
  const grant = await authorize(ctx, 'bulk_change.find')
  const rows = await read(grant).bulkChange.findMany({
    where: { memberId: ctx.actor.id },
    include: { items: { select: { state: true } } },
    orderBy: { createdAt: 'desc' },
    take: SHOWN,
  })
  return rows.map(bulkSummary)
}
