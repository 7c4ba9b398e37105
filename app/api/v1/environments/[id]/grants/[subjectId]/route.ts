import { removeGrant } from '#lib/grants/remove-grant'
import { Grant, GrantParams, SetGrantInput } from '#lib/grants/schema'
import { setGrant } from '#lib/grants/set-grant'
import { route } from '#lib/http/route'

export const PUT = route({
  action: 'grant.set',
  summary: 'Gives a member a role in an environment, or takes the environment away.',
  params: GrantParams,
  body: SetGrantInput,
  output: Grant,
  handler: ({ ctx, params, body }) => setGrant(ctx, params.id, params.subjectId, body),
})

export const DELETE = route({
  action: 'grant.remove',
  summary: "Takes back what was granted. What comes with the member's role in the installation stays.",
  params: GrantParams,
  handler: ({ ctx, params }) => removeGrant(ctx, params.id, params.subjectId),
})
