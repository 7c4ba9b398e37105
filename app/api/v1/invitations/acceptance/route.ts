import { route } from '#lib/http/route'
import { acceptInvitation } from '#lib/invitations/accept-invitation'
import { AcceptInvitationInput } from '#lib/invitations/schema'
import { Member } from '#lib/members/schema'

export const POST = route({
  action: null,
  summary: 'Makes whoever holds an invitation link a member: they cannot sign in before.',
  body: AcceptInvitationInput,
  output: Member,
  status: 201,
  handler: ({ ctx, body }) => acceptInvitation(ctx, body),
})
