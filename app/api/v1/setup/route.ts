import { route } from '#lib/http/route'
import { createFirstAdmin } from '#lib/members/create-first-admin'
import { CreateFirstAdminInput, Member } from '#lib/members/schema'

export const POST = route({
  action: null,
  summary:
    'Makes the first account, for whoever holds the link that the first start printed: there is nobody to sign in yet.',
  body: CreateFirstAdminInput,
  output: Member,
  status: 201,
  handler: ({ ctx, body }) => createFirstAdmin(ctx, body),
})
