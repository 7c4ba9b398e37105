import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, notFound } from '#lib/errors'

/** Ends a link of the caller's before it is opened; what was sealed is gone. */
export async function endShare(ctx: Context, id: string): Promise<void> {
  const grant = await authorize(ctx, 'share.end')
  const row = await read(grant).share.findFirst({ where: { id, memberId: ctx.actor.id }, select: { name: true } })
  if (!row) throw notFound()
  await commit(grant, async (tx) => {
    const { count } = await tx.share.updateMany({
      where: { id, openedAt: null, endedAt: null },
      data: { endedAt: new Date(), sealed: new Uint8Array() },
    })
    if (count === 0) throw new AppError('conflict', 'This link was opened or ended already.')
    return { result: undefined, event: { target: { type: 'share', id, name: row.name } } }
  })
}
