import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'

/** Ends a token of the caller's own, or, asked by an operator, anybody's. Works on the next request. */
export async function revokeToken(ctx: Context, id: string): Promise<void> {
  const grant = await authorize(ctx, 'token.revoke', { subject: { target: { type: 'token', id, name: id } } })
  const owner = ctx.actor.type === 'member' ? { memberId: ctx.actor.id } : {}
  const token = await read(grant).token.findFirst({ where: { id, revokedAt: null, ...owner }, select: { name: true } })
  if (!token) throw notFound()
  await commit(
    grant,
    async (tx) => {
      await tx.token.update({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } })
      return { result: undefined, event: { target: { type: 'token', id, name: token.name } } }
    },
    'This token was revoked already.',
  )
}
