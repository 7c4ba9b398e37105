import { route } from '#lib/http/route'
import { revokeInvitation } from '#lib/invitations/revoke-invitation'
import { IdParams } from '#lib/list/id-params'

export const DELETE = route({
  action: 'invitation.revoke',
  summary: 'Takes an invitation back.',
  params: IdParams,
  handler: ({ ctx, params }) => revokeInvitation(ctx, params.id),
})
