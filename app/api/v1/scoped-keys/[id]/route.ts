import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { endScopedKey } from '#lib/scoped-keys/end-scoped-key'

export const DELETE = route({
  action: 'scoped_key.end',
  summary: 'Ends a scoped key; its next use is refused.',
  params: IdParams,
  handler: ({ ctx, params }) => endScopedKey(ctx, params.id),
})
