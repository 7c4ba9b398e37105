import { authorize } from '#lib/access/authorize'
import { commit, type Transaction } from '#lib/access/commit'
import { identify } from '#lib/access/identify'
import type { Context, SystemActor } from '#lib/context'
import { AppError } from '#lib/errors'
import { newId } from '#lib/ids'
import { EMAIL_TAKEN, insertMember } from '#lib/members/insert-member'
import type { Member } from '#lib/members/schema'
import { hashBearer } from '#lib/vault/bearer'
import { hashPassword } from '#lib/vault/password'
import { describeInvitation, openInvitations } from './describe-invitation.ts'
import type { AcceptInvitationInput, Invitation } from './schema.ts'

const INVITATION_LINK: SystemActor = { type: 'system', id: 'system', name: 'invitation link' }

/** Makes whoever holds an unused link a member, with the role and grants that it names. Works once. */
export async function acceptInvitation(ctx: Context, input: AcceptInvitationInput): Promise<Member> {
  const hash = hashBearer('inv', input.token)
  const row = hash && (await identify().invitation.findFirst({ where: { hash, ...openInvitations() } }))
  if (!row?.email) throw badLink()
  const { id, email, role, grants } = describeInvitation(row)
  const passwordHash = await hashPassword(input.password)
  const grant = await authorize({ ...ctx, actor: INVITATION_LINK }, 'invitation.accept')
  return commit(
    grant,
    async (tx) => {
      const { count } = await tx.invitation.updateMany({
        where: { id, ...openInvitations() },
        data: { usedAt: new Date() },
      })
      if (count === 0) throw badLink()
      await requireInviter(tx, row.invitedBy, role)
      const work = await insertMember(tx, { email, name: input.name, role, passwordHash })
      await handOver(tx, work.result.id, grants)
      return { ...work, event: { ...work.event, after: { ...work.event.after, grants, invitation: id } } }
    },
    EMAIL_TAKEN,
  )
}

/** An invitation is worth no more than the person behind it is now. */
async function requireInviter(tx: Transaction, id: string | null, role: Invitation['role']): Promise<void> {
  if (!id || id === 'operator') return
  const roles = role === 'owner' ? (['owner'] as const) : (['owner', 'admin'] as const)
  const inviter = await tx.member.findFirst({ where: { id, disabledAt: null, role: { in: [...roles] } } })
  if (!inviter) throw badLink()
}

async function handOver(tx: Transaction, memberId: string, grants: Invitation['grants']): Promise<void> {
  const ids = grants.map(({ environmentId }) => environmentId)
  const existing = await tx.environment.findMany({ where: { id: { in: ids } }, select: { id: true } })
  const data = grants
    .filter(({ environmentId }) => existing.some(({ id }) => id === environmentId))
    .map((each) => ({ id: newId('grt'), memberId, ...each }))
  await tx.grant.createMany({ data, skipDuplicates: true })
}

function badLink(): AppError {
  return new AppError(
    'unauthenticated',
    'This invitation was used, taken back or is older than a day. Ask for a new one.',
  )
}
