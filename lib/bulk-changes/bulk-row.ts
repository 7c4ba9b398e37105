import type { BulkChange, BulkChangeItem } from '#lib/db/generated/client'
import type { BulkChangeSummary } from './schema.ts'

type Row = BulkChange & { items: Pick<BulkChangeItem, 'state'>[] }

export function bulkSummary({ id, kind, createdAt, endedAt, cancelledAt, items }: Row): BulkChangeSummary {
  const counts = { total: items.length, waiting: 0, running: 0, done: 0, refused: 0, cancelled: 0 }
  for (const { state } of items) counts[state]++
  return {
    id,
    kind: kind as BulkChangeSummary['kind'],
    state: cancelledAt ? 'cancelled' : endedAt ? 'ended' : 'running',
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    counts,
  }
}
