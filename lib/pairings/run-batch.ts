import { authorize } from '#lib/access/authorize'
import { bySystem } from '#lib/access/by-system'
import { observe } from '#lib/access/observe'
import { read } from '#lib/access/read'
import { fairTurns } from './fair-turns.ts'
import { reopenBatch } from './reopen-batch.ts'
import { testBatchItem } from './test-batch-item.ts'
import { testLane } from './test-lane.ts'

/** Three quarters of all places, so that a batch leaves room for whoever waits for one key. */
const MOST_AT_ONCE = 24

/**
 * Tests the keys of a batch that were not yet tested, and ends it. Where the signal stops it before, it throws, and whoever
 * takes the batch up again goes on with what is left.
 */
export async function runBatch({ batchId }: { batchId: string }, signal: AbortSignal): Promise<void> {
  const db = read(await authorize(bySystem('Bulk test'), 'batch.find'))
  const batch = await db.pairingBatch.findFirst({ where: { id: batchId, endedAt: null } })
  if (!batch) return
  await reopenBatch(batch)
  const items = await db.pairingBatchItem.findMany({
    where: { batchId, state: 'waiting' },
    orderBy: { position: 'asc' },
    select: { keyId: true },
  })
  const keys = await db.key.findMany({
    where: { id: { in: items.map(({ keyId }) => keyId) } },
    select: { id: true, provider: true, baseUrl: true },
  })
  const laneOf = new Map(keys.map((key) => [key.id, testLane(key)]))
  const turns = fairTurns(MOST_AT_ONCE)
  const work = items.map(({ keyId }) =>
    turns(laneOf.get(keyId) ?? '', async () => {
      if (!signal.aborted) await testBatchItem(batch, keyId)
    }),
  )
  await Promise.all(work)
  signal.throwIfAborted()
  await observe((db) =>
    db.pairingBatch.updateMany({ where: { id: batchId, endedAt: null }, data: { endedAt: new Date() } }),
  )
}
