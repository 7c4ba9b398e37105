import { route } from '#lib/http/route'
import { streamStages } from '#lib/http/stream-stages'
import { ListQuery } from '#lib/list/cursor'
import { IdParams } from '#lib/list/id-params'
import { PairingResult } from '#lib/pairing/schema'
import { listPairings } from '#lib/pairings/list-pairings'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import { PairingList, TestKeyInput } from '#lib/pairings/schema'

export const GET = route({
  action: 'key.find',
  summary: 'Kept results of pairing tests of a key, newest first.',
  params: IdParams,
  query: ListQuery,
  output: PairingList,
  handler: ({ ctx, params, query }) => listPairings(ctx, params.id, query),
})

export const POST = route({
  action: 'key.test',
  summary:
    'Tests the current version, or the one named, against its provider. Accept text/event-stream to hear each stage.',
  params: IdParams,
  body: TestKeyInput,
  output: PairingResult,
  produces: 'text/event-stream',
  handler: async ({ ctx, params, body, request }) => {
    const run = await prepareKeyTest(ctx, params.id, body)
    return streamStages(request, run)
  },
})
