import { route } from '#lib/http/route'
import { restoreKey } from '#lib/keys/restore-key'
import { Key } from '#lib/keys/schema'
import { IdParams } from '#lib/list/id-params'

export const POST = route({
  action: 'key.restore',
  summary: 'Brings a deleted key back under its name.',
  params: IdParams,
  output: Key,
  handler: ({ ctx, params }) => restoreKey(ctx, params.id),
})
