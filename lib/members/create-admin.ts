import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { hashPassword } from '#lib/vault/password'
import { EMAIL_TAKEN, insertMember, lockFirstMember } from './insert-member.ts'
import type { CreateMemberInput, Member } from './schema.ts'

/** Asked by an operator on the machine: the first is owner, later ones are admins. `conflict` where the email is taken. */
export async function createAdmin(ctx: Context, input: Omit<CreateMemberInput, 'role'>): Promise<Member> {
  await authorize(ctx, 'installation.operate')
  const grant = await authorize(ctx, 'member.create')
  const { email, name } = input
  const passwordHash = await hashPassword(input.password)
  return commit(
    grant,
    async (tx) => {
      const { isFirst } = await lockFirstMember(tx)
      return insertMember(tx, { email, name, role: isFirst ? 'owner' : 'admin', passwordHash })
    },
    EMAIL_TAKEN,
  )
}
