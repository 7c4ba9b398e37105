import { route } from '#lib/http/route'
import { streamStages } from '#lib/http/stream-stages'
import { CreatePairingInput, PairingResult } from '#lib/pairing/schema'
import { prepareValueTest } from '#lib/pairings/prepare-value-test'

export const POST = route({
  action: 'value.test',
  summary: 'Tests a value without storing it. Accept text/event-stream to hear each stage.',
  body: CreatePairingInput,
  output: PairingResult,
  produces: 'text/event-stream',
  perMinute: 120,
  handler: async ({ ctx, body, request }) => {
    const run = await prepareValueTest(ctx, body)
    return streamStages(request, run)
  },
})
