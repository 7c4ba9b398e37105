import { route } from '#lib/http/route'
import { cleanKey } from '#lib/keys/clean-key'
import { Key } from '#lib/keys/schema'
import { IdParams } from '#lib/list/id-params'

export const POST = route({
  action: 'key.clean',
  summary: 'Stores the current value without the hidden characters in it, as a new version. The value is not shown.',
  params: IdParams,
  output: Key,
  status: 201,
  handler: ({ ctx, params }) => cleanKey(ctx, params.id),
})
