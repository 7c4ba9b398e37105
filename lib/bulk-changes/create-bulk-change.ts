import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { newId } from '#lib/ids'
import { requireJobs } from '#lib/jobs/require-jobs'
import { findBulkChange } from './find-bulk-change.ts'
import type { BulkChange, CreateBulkChangeInput } from './schema.ts'

/**
 * Puts a change of many keys into the queue, where it goes on whoever leaves. Each key is then changed with its own
 * permission, looked up when its turn comes, and its own event.
 */
export async function createBulkChange(ctx: Context, input: CreateBulkChangeInput): Promise<BulkChange> {
  const { actor, address } = ctx
  const { kind, ids: given, ...what } = input
  const ids = [...new Set(given)]
  const id = newId('blk')
  const target = { type: 'bulk_change', id, name: ids.length === 1 ? '1 key' : `${ids.length} keys` }
  const grant = await authorize(ctx, 'bulk_change.create', { subject: { target: { ...target, id: 'new' } } })
  if (actor.type !== 'member')
    throw new AppError('forbidden', 'A bulk change runs with the rights of a member. Make a token and use that.')
  const jobs = requireJobs()
  await commit(grant, async (tx) => {
    const asker = { memberId: actor.id, viaType: actor.via.type, viaId: actor.via.id, address }
    await tx.bulkChange.create({ data: { id, kind, input: what, ...asker } })
    await tx.bulkChangeItem.createMany({ data: ids.map((keyId, position) => ({ bulkChangeId: id, keyId, position })) })
    await jobs.send('bulk.run', [{ data: { bulkChangeId: id }, key: id }], tx)
    const reason = 'reason' in what ? what.reason : undefined
    return { result: undefined, event: { target, reason, after: { kind, keys: ids.length } } }
  })
  jobs.wake('bulk.run')
  return findBulkChange(ctx, id)
}
