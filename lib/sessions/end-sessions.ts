import { authorize } from '#lib/access/authorize'
import { commit, type Transaction } from '#lib/access/commit'
import type { Context } from '#lib/context'

/** Signs the caller out of every browser but the one that asks. */
export async function endOtherSessions(ctx: Context): Promise<void> {
  const grant = await authorize(ctx, 'session.end')
  await commit(grant, async (tx) => {
    const ended = await endSessionsOf(tx, ctx.actor.id, currentSession(ctx))
    const target = { type: 'session', id: 'others', name: ctx.actor.name }
    return { result: undefined, event: { target, after: { ended } } }
  })
}

/** Part of whatever makes old sessions wrong: a new password, another role, a disabled member. Answers with how many. */
export async function endSessionsOf(tx: Transaction, memberId: string, exceptId?: string): Promise<number> {
  const where = { memberId, endedAt: null, ...(exceptId ? { id: { not: exceptId } } : {}) }
  const { count } = await tx.session.updateMany({ where, data: { endedAt: new Date() } })
  return count
}

export function currentSession(ctx: Context): string | undefined {
  return ctx.actor.type === 'member' && ctx.actor.via.type === 'session' ? ctx.actor.via.id : undefined
}
