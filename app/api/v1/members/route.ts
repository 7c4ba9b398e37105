import { route } from '#lib/http/route'
import { createMember } from '#lib/members/create-member'
import { listMembers } from '#lib/members/list-members'
import { CreateMemberInput, ListMembersQuery, Member, MemberList } from '#lib/members/schema'

export const GET = route({
  action: 'member.list',
  summary: 'Every member, by name.',
  query: ListMembersQuery,
  output: MemberList,
  handler: ({ ctx, query }) => listMembers(ctx, query),
})

export const POST = route({
  action: 'member.create',
  summary: 'Adds a member with a password that the caller hands over. Only owners make owners.',
  body: CreateMemberInput,
  output: Member,
  status: 201,
  handler: ({ ctx, body }) => createMember(ctx, body),
})
