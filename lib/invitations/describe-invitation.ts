import type { Invitation as InvitationRow } from '#lib/db/generated/client'
import { type Invitation, InvitedGrants } from './schema.ts'

export function describeInvitation(row: Omit<InvitationRow, 'hash'>): Invitation {
  return {
    id: row.id,
    email: row.email ?? '',
    role: row.role,
    grants: InvitedGrants.parse(row.grants),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }
}

/** Invitations to join that can still be accepted. */
export function openInvitations() {
  return { kind: 'member', usedAt: null, expiresAt: { gt: new Date() } }
}
