import { authorize, type Grant } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { countTry, forgetTries } from '#lib/access/count-try'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, notFound } from '#lib/errors'
import { currentSession } from '#lib/sessions/end-sessions'
import { hashPassword, verifyPassword } from '#lib/vault/password'
import { describeMember } from './describe-member.ts'
import type { EditSelfInput, Member } from './schema.ts'
import { setPassword } from './set-password.ts'

/** Changes the caller's own name or password. A new password needs the current one, and ends every other session. */
export async function editSelf(ctx: Context, input: EditSelfInput): Promise<Member> {
  const { id, name: oldName } = ctx.actor
  const target = { type: 'member', id, name: oldName }
  const grant = await authorize(ctx, 'member.edit_self', { subject: { target } })
  if (ctx.actor.type !== 'member') throw notFound()
  const { name, password } = input
  if (password !== undefined) await proveIdentity(grant, input.currentPassword ?? '')
  const passwordHash = password === undefined ? undefined : await hashPassword(password)
  return commit(grant, async (tx) => {
    if (passwordHash) await setPassword(tx, id, passwordHash, currentSession(ctx))
    const member = await tx.member.update({ where: { id }, data: { name } })
    const before = name === undefined ? {} : { name: oldName }
    const after = { ...(name === undefined ? {} : { name }), ...(passwordHash ? { password: 'changed' } : {}) }
    return { result: describeMember(member), event: { target, before, after } }
  })
}

/** Whoever found an open browser may not guess on. */
async function proveIdentity(grant: Grant, currentPassword: string): Promise<void> {
  const { id } = grant.ctx.actor
  const bucket = `password:${id}`
  await countTry(bucket, 5)
  const { passwordHash } = await read(grant).member.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } })
  if (await verifyPassword(passwordHash, currentPassword)) return forgetTries({ forget: bucket })
  throw new AppError('invalid', 'The current password is not right. Nothing was changed.', {
    errors: [{ path: 'currentPassword', message: 'This is not your current password.' }],
  })
}
