import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { hashPassword } from '#lib/vault/password'
import { EMAIL_TAKEN, insertMember } from './insert-member.ts'
import type { CreateMemberInput, Member } from './schema.ts'

/** Adds a member with a password that the caller hands over. `conflict` where the email is taken. */
export async function createMember(ctx: Context, input: CreateMemberInput): Promise<Member> {
  const subject = { target: { type: 'member', id: 'new', name: input.name } }
  if (input.role === 'owner') await authorize(ctx, 'owner.appoint', { subject })
  const grant = await authorize(ctx, 'member.create', { subject })
  const { password, ...member } = input
  const passwordHash = await hashPassword(password)
  return commit(grant, (tx) => insertMember(tx, { ...member, passwordHash }), EMAIL_TAKEN)
}
