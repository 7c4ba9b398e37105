import { route } from '#lib/http/route'
import { editSelf } from '#lib/members/edit-self'
import { findSelf } from '#lib/members/find-self'
import { EditSelfInput, Member, Profile } from '#lib/members/schema'

export const GET = route({
  action: 'member.find_self',
  summary: 'Who the caller is, and the role that counts in each environment they see.',
  output: Profile,
  handler: ({ ctx }) => findSelf(ctx),
})

export const PATCH = route({
  action: 'member.edit_self',
  summary: "Changes the caller's name or password. A new password needs the current one and ends other sessions.",
  body: EditSelfInput,
  output: Member,
  handler: ({ ctx, body }) => editSelf(ctx, body),
})
