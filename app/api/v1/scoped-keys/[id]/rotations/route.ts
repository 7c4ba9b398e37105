import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { rotateScopedKey } from '#lib/scoped-keys/rotate-scoped-key'
import { NewScopedKey, RotateScopedKeyInput } from '#lib/scoped-keys/schema'

export const POST = route({
  action: 'scoped_key.rotate',
  summary:
    'Gives a scoped key a new secret, which is in this answer alone; the one before works until the overlap has passed.',
  params: IdParams,
  body: RotateScopedKeyInput,
  output: NewScopedKey,
  status: 201,
  handler: ({ ctx, params, body }) => rotateScopedKey(ctx, params.id, body),
})
