import { z } from 'zod'
import { listOf } from '#lib/list/cursor'
import { Email, EnvironmentRole, InstallationRole, Password, PersonName } from '#lib/members/schema'

const InvitedGrant = z.strictObject({
  environmentId: z.string().regex(/^[\w-]{1,100}$/),
  role: EnvironmentRole.exclude(['denied']),
})
export const InvitedGrants = z.array(InvitedGrant).max(200)

export const InviteMemberInput = z.strictObject({
  email: Email,
  role: InstallationRole.default('member'),
  grants: InvitedGrants.default([]),
})
export type InviteMemberInput = z.infer<typeof InviteMemberInput>

export const AcceptInvitationInput = z.strictObject({
  token: z.string().max(200),
  name: PersonName,
  password: Password,
})
export type AcceptInvitationInput = z.infer<typeof AcceptInvitationInput>

/** Somebody who was asked to join and has not yet. */
export const Invitation = z.object({
  id: z.string(),
  email: z.string(),
  role: InstallationRole,
  grants: z.array(z.object({ environmentId: z.string(), role: EnvironmentRole })),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})
export type Invitation = z.infer<typeof Invitation>
export const InvitationList = listOf(Invitation)

export const NewInvitation = Invitation.extend({
  link: z.string().describe('Hand it over yourself: it is shown this once, and works once.'),
})
export type NewInvitation = z.infer<typeof NewInvitation>
