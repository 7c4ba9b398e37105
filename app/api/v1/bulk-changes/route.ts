import { createBulkChange } from '#lib/bulk-changes/create-bulk-change'
import { listBulkChanges } from '#lib/bulk-changes/list-bulk-changes'
import { BulkChange, BulkChangeList, CreateBulkChangeInput } from '#lib/bulk-changes/schema'
import { route } from '#lib/http/route'

export const GET = route({
  action: 'bulk_change.find',
  summary: 'The latest bulk changes of the caller’s own.',
  output: BulkChangeList,
  handler: async ({ ctx }) => ({ items: await listBulkChanges(ctx), nextCursor: null }),
})

export const POST = route({
  action: 'bulk_change.create',
  summary:
    'Rotates, revokes or gives an owner to many keys, in the queue: each with the rights that the caller has in its environment then.',
  body: CreateBulkChangeInput,
  output: BulkChange,
  status: 201,
  perMinute: 20,
  handler: ({ ctx, body }) => createBulkChange(ctx, body),
})
