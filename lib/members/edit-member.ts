import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { endSessionsOf } from '#lib/sessions/end-sessions'
import { revokeTokensOf } from '#lib/tokens/revoke-tokens-of'
import { describeMember, MEMBER_COLUMNS } from './describe-member.ts'
import { keepAnOwner } from './keep-an-owner.ts'
import type { EditMemberInput, Member } from './schema.ts'

/**
 * Changes a name, a role, or whether somebody may come in at all. Another role ends their sessions; disabling ends
 * sessions and tokens. `conflict` where nobody would be owner any more.
 */
export async function editMember(ctx: Context, id: string, input: EditMemberInput): Promise<Member> {
  const target = { type: 'member', id, name: id }
  const grant = await authorize(ctx, 'member.edit', { subject: { target } })
  const row = await read(grant).member.findUnique({ where: { id }, select: MEMBER_COLUMNS })
  if (!row) throw notFound()
  const subject = { target: { ...target, name: row.name } }
  if (row.role === 'owner' || input.role === 'owner') await authorize(ctx, 'owner.appoint', { subject })
  const { disabled, ...rest } = input
  const disabledAt = disabled === undefined ? undefined : disabled ? (row.disabledAt ?? new Date()) : null
  return commit(grant, (tx) =>
    keepAnOwner(tx, async () => {
      const before = await tx.member.findUniqueOrThrow({ where: { id }, select: MEMBER_COLUMNS })
      const after = await tx.member.update({ where: { id }, data: { ...rest, disabledAt }, select: MEMBER_COLUMNS })
      if (disabled || before.role !== after.role) await endSessionsOf(tx, id)
      if (disabled) await revokeTokensOf(tx, id)
      return {
        result: describeMember(after),
        event: { ...subject, ...changes(describeMember(before), describeMember(after)) },
      }
    }),
  )
}

/** Only what differs. */
function changes(before: Member, after: Member) {
  const names = (['name', 'role', 'disabled'] as const).filter((name) => before[name] !== after[name])
  const pick = (from: Member) => Object.fromEntries(names.map((name) => [name, from[name]]))
  return { before: pick(before), after: pick(after) }
}
