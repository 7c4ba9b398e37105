import { eventStream } from '#lib/http/event-stream'
import { route } from '#lib/http/route'
import { TestKeysInput } from '#lib/pairings/schema'
import { testKeys } from '#lib/pairings/test-keys'

export const POST = route({
  action: 'key.test',
  summary:
    'Tests up to 200 keys, each on its own. One event a key as it ends: `result` with { keyId, result }, or `problem` with { keyId, detail }; then `end`.',
  body: TestKeysInput,
  produces: 'text/event-stream',
  handler: async ({ ctx, body }) =>
    eventStream(async (send) => {
      await testKeys(ctx, body.ids, {
        result: (keyId, result) => send('result', { keyId, result }),
        refused: (keyId, detail) => send('problem', { keyId, detail }),
      })
      send('end', {})
    }),
})
