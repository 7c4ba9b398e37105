import type { Transaction } from '#lib/access/commit'
import { newId } from '#lib/ids'
import { describeMember } from './describe-member.ts'
import type { Member } from './schema.ts'

interface NewMember {
  email: string
  name: string
  role: Member['role']
  passwordHash: string
}

export const EMAIL_TAKEN = 'There is already a member with this email. Nothing was changed.'

/** The row of a new member, and the event that says so. */
export async function insertMember(tx: Transaction, data: NewMember) {
  const result = describeMember(await tx.member.create({ data: { id: newId('mem'), ...data } }))
  const target = { type: 'member', id: result.id, name: result.name }
  return { result, event: { target, after: { email: result.email, role: result.role } } }
}

/** The first admin and whoever races for it come one after the other. */
export async function lockFirstMember(tx: Transaction): Promise<{ isFirst: boolean }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('claviger.first-member'))`
  return { isFirst: (await tx.member.count()) === 0 }
}
