import { authorize } from '#lib/access/authorize'
import { bySystem } from '#lib/access/by-system'
import { observe } from '#lib/access/observe'
import { read } from '#lib/access/read'
import type { PairingBatch } from '#lib/db/generated/client'
import { PairingResult } from '#lib/pairing/schema'
import { outcomeOf } from './batch-row.ts'

/**
 * What was running when a process was killed is tested again, unless its result was kept before the end came: then that
 * is its result, and the provider is not asked twice.
 */
export async function reopenBatch({ id: batchId, memberId, cancelledAt }: PairingBatch): Promise<void> {
  const db = read(await authorize(bySystem('Bulk test'), 'batch.find'))
  const interrupted = await db.pairingBatchItem.findMany({ where: { batchId, state: 'running' } })
  for (const { keyId, startedAt } of interrupted) {
    const kept = await db.pairing.findFirst({
      where: { keyId, memberId, trigger: 'bulk', startedAt: { gte: startedAt ?? new Date() } },
      orderBy: { startedAt: 'asc' },
      select: { result: true },
    })
    const data = kept
      ? outcomeOf(PairingResult.parse(kept.result))
      : { state: cancelledAt ? ('cancelled' as const) : ('waiting' as const) }
    await observe((to) => to.pairingBatchItem.updateMany({ where: { batchId, keyId, state: 'running' }, data }))
  }
}
