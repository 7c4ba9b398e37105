import { runtime } from '#lib/server/runtime'
import { requireJobs } from './require-jobs.ts'

const KEPT_DAYS = 30
/** Older than this, nobody waits for it any more: after a restore, say. */
const WORTH_RESUMING_MS = 24 * 3_600_000

/** Puts unfinished bulk tests back into the queue where they are not in it any more, ends old ones, forgets very old ones. */
export async function tidyBatches(): Promise<void> {
  const { db } = runtime()
  const now = new Date()
  const old = new Date(now.getTime() - WORTH_RESUMING_MS)
  await db.pairingBatch.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - KEPT_DAYS * 86_400_000) } } })
  const stale = { endedAt: null, createdAt: { lt: old } }
  await db.pairingBatchItem.updateMany({
    where: { batch: stale, state: { in: ['waiting', 'running'] } },
    data: { state: 'cancelled' },
  })
  await db.pairingBatch.updateMany({ where: stale, data: { endedAt: now, cancelledAt: now } })
  const open = await db.pairingBatch.findMany({ where: { endedAt: null }, select: { id: true } })
  if (open.length === 0) return
  // One that is queued or runs has its key in the queue already, which takes no second one.
  await requireJobs().send(
    'batches.run',
    open.map(({ id }) => ({ data: { batchId: id }, key: id })),
  )
  requireJobs().wake('batches.run')
}
