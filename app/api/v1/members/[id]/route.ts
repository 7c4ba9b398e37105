import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { deleteMember } from '#lib/members/delete-member'
import { editMember } from '#lib/members/edit-member'
import { findMember } from '#lib/members/find-member'
import { EditMemberInput, Member } from '#lib/members/schema'

export const GET = route({
  action: 'member.find',
  summary: 'One member.',
  params: IdParams,
  output: Member,
  handler: ({ ctx, params }) => findMember(ctx, params.id),
})

export const PATCH = route({
  action: 'member.edit',
  summary: 'Changes a name or role, or disables a member, which ends their sessions and tokens at once.',
  params: IdParams,
  body: EditMemberInput,
  output: Member,
  handler: ({ ctx, params, body }) => editMember(ctx, params.id, body),
})

export const DELETE = route({
  action: 'member.delete',
  summary: 'Deletes a member with their sessions, tokens and grants. The audit log keeps what they did.',
  params: IdParams,
  handler: ({ ctx, params }) => deleteMember(ctx, params.id),
})
