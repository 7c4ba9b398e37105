import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'

/** Ends a bulk change of the caller's own: what has not begun is not begun; rotations that were begun go on. */
export async function cancelBulkChange(ctx: Context, id: string): Promise<void> {
  const target = { type: 'bulk_change', id, name: id }
  const grant = await authorize(ctx, 'bulk_change.cancel', { subject: { target } })
  await commit(grant, async (tx) => {
    const { count } = await tx.bulkChange.updateMany({
      where: { id, memberId: ctx.actor.id, endedAt: null, cancelledAt: null },
      data: { cancelledAt: new Date() },
    })
    if (count === 0) throw notFound()
    const stopped = await tx.bulkChangeItem.updateMany({
      where: { bulkChangeId: id, state: 'waiting' },
      data: { state: 'cancelled' },
    })
    return { result: undefined, event: { target, after: { notChanged: stopped.count } } }
  })
}
