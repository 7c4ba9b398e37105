import type { Member as MemberRow } from '#lib/db/generated/client'
import type { Member } from './schema.ts'

/** The columns that a member is described by: never the password's. */
export const MEMBER_COLUMNS = {
  id: true,
  email: true,
  name: true,
  role: true,
  disabledAt: true,
  createdAt: true,
} as const

export function describeMember(row: Pick<MemberRow, keyof typeof MEMBER_COLUMNS>): Member {
  const { id, email, name, role, disabledAt, createdAt } = row
  return { id, email, name, role, disabled: disabledAt !== null, createdAt: createdAt.toISOString() }
}
