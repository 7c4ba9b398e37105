import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'

/** The address answers nothing any more. */
export async function endFeed(ctx: Context, id: string): Promise<void> {
  const grant = await authorize(ctx, 'calendar_feed.end', {
    subject: { target: { type: 'calendar_feed', id, name: id } },
  })
  const row = await read(grant).calendarFeed.findFirst({ where: { id, memberId: ctx.actor.id } })
  if (!row) throw notFound()
  await commit(grant, async (tx) => {
    await tx.calendarFeed.delete({ where: { id } })
    return { result: undefined, event: {} }
  })
}
