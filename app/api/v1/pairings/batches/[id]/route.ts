import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'
import { cancelBatch } from '#lib/pairings/cancel-batch'
import { findBatch } from '#lib/pairings/find-batch'
import { Batch } from '#lib/pairings/schema'

export const GET = route({
  action: 'batch.find',
  summary: 'How a bulk test of your own goes, key by key.',
  params: IdParams,
  output: Batch,
  handler: ({ ctx, params }) => findBatch(ctx, params.id),
})

export const DELETE = route({
  action: 'batch.cancel',
  summary: 'Cancels a bulk test of your own: what has not begun is not begun.',
  params: IdParams,
  handler: ({ ctx, params }) => cancelBatch(ctx, params.id),
})
