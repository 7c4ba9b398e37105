import { route } from '#lib/http/route'
import { revokeKey } from '#lib/keys/revoke-key'
import { Key, RevokeKeyInput } from '#lib/keys/schema'
import { IdParams } from '#lib/list/id-params'

export const POST = route({
  action: 'key.revoke',
  summary: 'Marks a key and all its versions as revoked here.',
  params: IdParams,
  body: RevokeKeyInput,
  output: Key,
  handler: ({ ctx, params, body }) => revokeKey(ctx, params.id, body.reason),
})
