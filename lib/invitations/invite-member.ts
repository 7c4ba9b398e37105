import { authorize, type Grant } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { findScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { newId } from '#lib/ids'
import { runtime } from '#lib/server/runtime'
import { mintBearer } from '#lib/vault/bearer'
import { describeInvitation, openInvitations } from './describe-invitation.ts'
import type { InviteMemberInput, NewInvitation } from './schema.ts'

const LINK_MS = 24 * 60 * 60 * 1000

/**
 * A link, good once and for 24 hours, to join with a role and grants that the caller could give themselves. An older
 * link for the same email stops working. `conflict` where the email is a member's already.
 */
export async function inviteMember(ctx: Context, input: InviteMemberInput): Promise<NewInvitation> {
  const { email, role, grants } = input
  const id = newId('inv')
  const target = { type: 'invitation', id, name: email }
  const grant = await authorize(ctx, 'member.invite', { subject: { target } })
  if (role === 'owner') await authorize(ctx, 'owner.appoint', { subject: { target } })
  for (const { environmentId } of grants) {
    const scope = await findScope.environment(environmentId)
    await authorize(ctx, 'grant.set', { ...scope, subject: { target } })
  }
  await refuseMember(grant, email)
  const { secret, hash } = mintBearer('inv')
  const row = await commit(grant, async (tx) => {
    await tx.invitation.deleteMany({ where: { email, ...openInvitations() } })
    const expiresAt = new Date(Date.now() + LINK_MS)
    const result = await tx.invitation.create({
      data: { id, hash, email, role, grants, invitedBy: ctx.actor.id, expiresAt },
    })
    return { result, event: { target, after: { role, grants, expiresAt: expiresAt.toISOString() } } }
  })
  return { ...describeInvitation(row), link: `${runtime().env.url}/join#${secret}` }
}

async function refuseMember(grant: Grant, email: string): Promise<void> {
  if (!(await read(grant).member.findUnique({ where: { email }, select: { id: true } }))) return
  throw new AppError('conflict', 'There is already a member with this email. Nobody was invited.')
}
