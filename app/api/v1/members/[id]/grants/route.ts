import { listMemberGrants } from '#lib/grants/list-member-grants'
import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { MemberGrantList } from '#lib/members/schema'

export const GET = route({
  action: 'member.find',
  summary: 'What a member was granted, in the environments that the caller sees.',
  params: IdParams,
  output: MemberGrantList,
  handler: ({ ctx, params }) => listMemberGrants(ctx, params.id),
})
