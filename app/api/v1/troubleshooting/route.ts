import { route } from '#lib/http/route'
import { streamStages } from '#lib/http/stream-stages'
import { listTroubleshootings } from '#lib/troubleshooting/list-troubleshootings'
import { prepareTroubleshooting } from '#lib/troubleshooting/prepare-troubleshooting'
import {
  CreateTroubleshootingInput,
  ListTroubleshootingQuery,
  Troubleshooting,
  TroubleshootingList,
} from '#lib/troubleshooting/schema'

export const GET = route({
  action: 'troubleshooting.list',
  summary:
    'Searches for faults, newest first: of keys that the caller sees, and of values that they pasted themselves.',
  query: ListTroubleshootingQuery,
  output: TroubleshootingList,
  handler: ({ ctx, query }) => listTroubleshootings(ctx, query),
})

export const POST = route({
  action: 'troubleshooting.create',
  summary:
    'Searches for the fault of a stored key, or of a value that is tested and not kept, in nine steps. Accept text/event-stream to hear each stage of the test.',
  body: CreateTroubleshootingInput,
  output: Troubleshooting,
  status: 201,
  produces: 'text/event-stream',
  perMinute: 120,
  handler: async ({ ctx, body, request }) => {
    const run = await prepareTroubleshooting(ctx, body)
    return streamStages(request, run)
  },
})
