import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { revokeToken } from '#lib/tokens/revoke-token'

export const DELETE = route({
  action: 'token.revoke',
  summary: "Revokes one of the caller's own tokens. Works on the next request.",
  params: IdParams,
  handler: ({ ctx, params }) => revokeToken(ctx, params.id),
})
