import { authorize } from '#lib/access/authorize'
import { observe } from '#lib/access/observe'
import type { Context } from '#lib/context'

/** Marks what reached the caller as read: these, or all of it. Returns how many were not yet. */
export async function readInbox(ctx: Context, ids: string[] | undefined): Promise<{ read: number }> {
  await authorize(ctx, 'inbox.read')
  const where = { memberId: ctx.actor.id, way: 'inbox', readAt: null, ...(ids ? { id: { in: ids } } : {}) }
  const { count } = await observe((db) => db.warningDelivery.updateMany({ where, data: { readAt: new Date() } }))
  return { read: count }
}
