import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'

/** Ends a bulk test of the caller's own: what has not begun is not begun, what runs comes to its end. */
export async function cancelBatch(ctx: Context, id: string): Promise<void> {
  const target = { type: 'batch', id, name: id }
  const grant = await authorize(ctx, 'batch.cancel', { subject: { target } })
  await commit(grant, async (tx) => {
    const { count } = await tx.pairingBatch.updateMany({
      where: { id, memberId: ctx.actor.id, endedAt: null, cancelledAt: null },
      data: { cancelledAt: new Date() },
    })
    if (count === 0) throw notFound()
    const stopped = await tx.pairingBatchItem.updateMany({
      where: { batchId: id, state: 'waiting' },
      data: { state: 'cancelled' },
    })
    return { result: undefined, event: { target, after: { notTested: stopped.count } } }
  })
}
