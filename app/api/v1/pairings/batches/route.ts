import { eventStream, wantsEventStream } from '#lib/http/event-stream'
import { route } from '#lib/http/route'
import { createBatch } from '#lib/pairings/create-batch'
import { followBatch } from '#lib/pairings/follow-batch'
import { listBatches } from '#lib/pairings/list-batches'
import { Batch, BatchList, CreateBatchInput, ListBatchesQuery } from '#lib/pairings/schema'

export const GET = route({
  action: 'batch.list',
  summary: "The caller's own bulk tests, newest first; `state=running` finds those that go on.",
  query: ListBatchesQuery,
  output: BatchList,
  handler: ({ ctx, query }) => listBatches(ctx, query),
})

export const POST = route({
  action: 'batch.create',
  summary:
    'Tests up to 1,000 keys in the background, each on its own; goes on whoever leaves. Accept text/event-stream to hear one event a key as it ends: `result` with { keyId, result }, or `problem` with { keyId, detail }; then `end`.',
  body: CreateBatchInput,
  output: Batch,
  status: 201,
  produces: 'text/event-stream',
  handler: async ({ ctx, body, request }) => {
    const batch = await createBatch(ctx, body)
    if (!wantsEventStream(request)) return batch
    return eventStream(async (send) => {
      await followBatch(ctx, batch.id, {
        result: (keyId, result) => send('result', { keyId, result }),
        refused: (keyId, detail) => send('problem', { keyId, detail }),
      })
      send('end', {})
    })
  },
})
