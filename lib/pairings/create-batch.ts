import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { newId } from '#lib/ids'
import { requireJobs } from '#lib/jobs/require-jobs'
import { findBatch } from './find-batch.ts'
import type { Batch, CreateBatchInput } from './schema.ts'

/**
 * Puts a test of many keys into the queue, where it goes on whoever leaves. The event says that it was asked for; each key
 * is then tested with its own permission, looked up when its turn comes, and its own event.
 */
export async function createBatch(ctx: Context, input: CreateBatchInput): Promise<Batch> {
  const { actor, address } = ctx
  const ids = [...new Set(input.ids)]
  const id = newId('bat')
  const target = { type: 'batch', id, name: ids.length === 1 ? '1 key' : `${ids.length} keys` }
  const grant = await authorize(ctx, 'batch.create', { subject: { target: { ...target, id: 'new' } } })
  if (actor.type !== 'member')
    throw new AppError('forbidden', 'A bulk test runs with the rights of a member. Make a token and use that.')
  const jobs = requireJobs()
  await commit(grant, async (tx) => {
    const asker = { memberId: actor.id, viaType: actor.via.type, viaId: actor.via.id, address }
    await tx.pairingBatch.create({ data: { id, ...asker } })
    await tx.pairingBatchItem.createMany({
      data: ids.map((keyId, position) => ({ batchId: id, keyId, position })),
    })
    await jobs.send('batches.run', [{ data: { batchId: id }, key: id }], tx)
    return { result: undefined, event: { target, after: { keys: ids.length } } }
  })
  jobs.wake('batches.run')
  return findBatch(ctx, id)
}
