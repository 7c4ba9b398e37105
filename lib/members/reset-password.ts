import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { hashPassword } from '#lib/vault/password'
import { setPassword } from './set-password.ts'

/** Asked by an operator on the machine: sets a new password and signs the member out everywhere. */
export async function resetPassword(
  ctx: Context,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await authorize(ctx, 'installation.operate')
  const grant = await authorize(ctx, 'member.edit')
  const member = await read(grant).member.findUnique({ where: { email }, select: { id: true, name: true } })
  if (!member) throw notFound()
  const passwordHash = await hashPassword(password)
  await commit(grant, async (tx) => {
    await setPassword(tx, member.id, passwordHash)
    const target = { type: 'member', id: member.id, name: member.name }
    return { result: undefined, event: { target, after: { password: 'reset' } } }
  })
}
