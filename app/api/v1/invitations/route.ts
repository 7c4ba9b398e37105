import { route } from '#lib/http/route'
import { inviteMember } from '#lib/invitations/invite-member'
import { listInvitations } from '#lib/invitations/list-invitations'
import { InvitationList, InviteMemberInput, NewInvitation } from '#lib/invitations/schema'
import { ListQuery } from '#lib/list/cursor'

export const GET = route({
  action: 'invitation.list',
  summary: 'Who was invited and has not joined yet.',
  query: ListQuery,
  output: InvitationList,
  handler: ({ ctx, query }) => listInvitations(ctx, query),
})

export const POST = route({
  action: 'member.invite',
  summary: 'Makes a link to join with, good once and for 24 hours. The link is in this answer alone.',
  body: InviteMemberInput,
  output: NewInvitation,
  status: 201,
  handler: ({ ctx, body }) => inviteMember(ctx, body),
})
