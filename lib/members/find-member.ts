import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { describeMember, MEMBER_COLUMNS } from './describe-member.ts'
import type { Member } from './schema.ts'

/** A member by id or email. */
export async function findMember(ctx: Context, idOrEmail: string): Promise<Member> {
  const grant = await authorize(ctx, 'member.find')
  const where = idOrEmail.includes('@') ? { email: idOrEmail.toLowerCase() } : { id: idOrEmail }
  const row = await read(grant).member.findFirst({ where, select: MEMBER_COLUMNS })
  if (!row) throw notFound()
  return describeMember(row)
}
