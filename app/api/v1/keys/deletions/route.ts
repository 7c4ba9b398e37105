import { route } from '#lib/http/route'
import { deleteKeys } from '#lib/keys/delete-keys'
import { DeleteKeysInput, DeleteKeysResult } from '#lib/keys/schema'

export const POST = route({
  action: 'key.delete',
  summary: 'Deletes up to 200 keys, each on its own: deleted or refused, with the reason.',
  body: DeleteKeysInput,
  output: DeleteKeysResult,
  handler: ({ ctx, body }) => deleteKeys(ctx, body.ids),
})
