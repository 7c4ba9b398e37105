import { route } from '#lib/http/route'
import { streamStages } from '#lib/http/stream-stages'
import { IdParams } from '#lib/list/id-params'
import { prepareTestAgain } from '#lib/troubleshooting/prepare-test-again'
import { TestAgainInput, Troubleshooting } from '#lib/troubleshooting/schema'

export const POST = route({
  action: 'troubleshooting.test',
  summary:
    'Runs the direct test again; a value that was pasted has to be pasted once more. Accept text/event-stream to hear each stage.',
  params: IdParams,
  body: TestAgainInput,
  output: Troubleshooting,
  produces: 'text/event-stream',
  perMinute: 120,
  handler: async ({ ctx, params, body, request }) => {
    const run = await prepareTestAgain(ctx, params.id, body)
    return streamStages(request, run)
  },
})
