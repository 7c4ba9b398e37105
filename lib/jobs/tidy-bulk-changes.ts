import { runtime } from '#lib/server/runtime'
import { requireJobs } from './require-jobs.ts'

const KEPT_DAYS = 30
const DAY_MS = 86_400_000

/** Puts unfinished bulk changes back into the queue where they are not in it any more, ends old ones, forgets very old ones. */
export async function tidyBulkChanges(): Promise<void> {
  const { db } = runtime()
  const now = new Date()
  await db.bulkChange.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - KEPT_DAYS * DAY_MS) } } })
  // A day later, nobody expects any more that keys are changed: after a restore, say.
  const stale = { endedAt: null, createdAt: { lt: new Date(now.getTime() - DAY_MS) } }
  await db.bulkChangeItem.updateMany({
    where: { bulkChange: stale, state: { in: ['waiting', 'running'] } },
    data: { state: 'cancelled' },
  })
  await db.bulkChange.updateMany({ where: stale, data: { endedAt: now, cancelledAt: now } })
  const open = await db.bulkChange.findMany({ where: { endedAt: null }, select: { id: true } })
  if (open.length === 0) return
  await requireJobs().send(
    'bulk.run',
    open.map(({ id }) => ({ data: { bulkChangeId: id }, key: id })),
  )
  requireJobs().wake('bulk.run')
}
