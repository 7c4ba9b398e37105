import type { PairingBatch, PairingBatchItem } from '#lib/db/generated/client'
import type { PairingResult } from '#lib/pairing/schema'
import { ACCEPTED } from '#lib/providers/verdict'
import type { BatchSummary } from './schema.ts'
import { stageLetters } from './stage-letters.ts'

type BatchRow = PairingBatch & { items: Pick<PairingBatchItem, 'state' | 'verdict'>[] }

export function batchSummary({ id, createdAt, endedAt, cancelledAt, items }: BatchRow): BatchSummary {
  return {
    id,
    state: cancelledAt ? 'cancelled' : endedAt ? 'ended' : 'running',
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    counts: countItems(items),
  }
}

function countItems(items: BatchRow['items']): BatchSummary['counts'] {
  const counts = { total: items.length, waiting: 0, running: 0, done: 0, paired: 0, refused: 0, cancelled: 0 }
  for (const { state, verdict } of items) {
    counts[state]++
    if (verdict && ACCEPTED.includes(verdict)) counts.paired++
  }
  return counts
}

/** What an item keeps of its result. */
export function outcomeOf(result: PairingResult) {
  const { id: pairingId, verdict, headline } = result
  return { state: 'done' as const, pairingId, verdict, headline, stages: stageLetters(result) }
}
