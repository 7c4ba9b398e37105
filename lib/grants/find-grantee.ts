import { authorize, type Grant } from '#lib/access/authorize'
import { findScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'

/** The member whose grant is changed, with the grant they have, once the caller may change grants there at all. */
export async function findGrantee<A extends 'grant.set' | 'grant.remove'>(
  ctx: Context,
  action: A,
  environmentId: string,
  memberId: string,
) {
  const scope = (await findScope.environment(environmentId)) ?? {}
  const grant: Grant<A> = await authorize(ctx, action, {
    ...scope,
    subject: { target: { type: 'member', id: memberId, name: memberId } },
  })
  const row = await read(grant).member.findUnique({
    where: { id: memberId },
    select: { id: true, name: true, email: true, role: true, disabledAt: true, grants: { where: { environmentId } } },
  })
  if (!row) throw notFound()
  const { disabledAt, grants, ...rest } = row
  const member = { ...rest, disabled: disabledAt !== null }
  const subject = { ...scope, target: { type: 'member', id: row.id, name: row.name } }
  return { grant, subject, member, current: grants[0]?.role ?? null }
}
