import { route } from '#lib/http/route'
import { endScopedKeys } from '#lib/scoped-keys/end-scoped-keys'
import { EndedScopedKeys, EndScopedKeysInput } from '#lib/scoped-keys/schema'

export const POST = route({
  action: 'scoped_key.end_many',
  summary: 'Ends all scoped keys that the caller made or manages, or those of them that are named.',
  body: EndScopedKeysInput,
  output: EndedScopedKeys,
  handler: ({ ctx, body }) => endScopedKeys(ctx, body),
})
