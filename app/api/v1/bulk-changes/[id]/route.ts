import { cancelBulkChange } from '#lib/bulk-changes/cancel-bulk-change'
import { findBulkChange } from '#lib/bulk-changes/find-bulk-change'
import { BulkChange } from '#lib/bulk-changes/schema'
import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'

export const GET = route({
  action: 'bulk_change.find',
  summary: 'How a bulk change of the caller’s own goes, key by key.',
  params: IdParams,
  output: BulkChange,
  handler: ({ ctx, params }) => findBulkChange(ctx, params.id),
})

export const DELETE = route({
  action: 'bulk_change.cancel',
  summary: 'What has not begun is not begun; rotations that were begun go on.',
  params: IdParams,
  handler: ({ ctx, params }) => cancelBulkChange(ctx, params.id),
})
