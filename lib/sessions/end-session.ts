import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'

/** Signs the caller out of one browser. Works on that browser's next request. */
export async function endSession(ctx: Context, id: string): Promise<void> {
  const target = { type: 'session', id, name: ctx.actor.name }
  const grant = await authorize(ctx, 'session.end', { subject: { target } })
  const mine = { id, memberId: ctx.actor.id, endedAt: null }
  if (!(await read(grant).session.findFirst({ where: mine, select: { id: true } }))) throw notFound()
  await commit(grant, async (tx) => {
    await tx.session.updateMany({ where: mine, data: { endedAt: new Date() } })
    return { result: undefined, event: { target } }
  })
}
