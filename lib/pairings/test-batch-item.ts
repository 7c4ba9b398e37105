import { findActorBehind } from '#lib/access/find-actor'
import { observe } from '#lib/access/observe'
import type { PairingBatch } from '#lib/db/generated/client'
import { AppError, isAppError } from '#lib/errors'
import { newId } from '#lib/ids'
import { describeUnexpected } from '#lib/server/end-with-sentence'
import { outcomeOf } from './batch-row.ts'
import { prepareKeyTest } from './prepare-key-test.ts'

/** Tests one key of a batch with the rights that its member has now, and notes what came of it. Never throws for the key's sake. */
export async function testBatchItem(batch: PairingBatch, keyId: string): Promise<void> {
  const { id: batchId } = batch
  const isOurs = await observe((db) =>
    db.pairingBatchItem.updateMany({
      where: { batchId, keyId, state: 'waiting', batch: { cancelledAt: null } },
      data: { state: 'running', startedAt: new Date() },
    }),
  )
  if (isOurs.count === 0) return
  const outcome = await test(batch, keyId)
  await observe((db) => db.pairingBatchItem.updateMany({ where: { batchId, keyId }, data: outcome }))
}

async function test(batch: PairingBatch, keyId: string) {
  try {
    const actor = await findActorBehind(batch)
    if (!actor) throw new AppError('forbidden', GONE)
    const run = await prepareKeyTest({ actor, address: batch.address, requestId: newId('req') }, keyId, {
      trigger: 'bulk',
    })
    return outcomeOf(await run())
  } catch (error) {
    if (isAppError(error)) return { state: 'refused' as const, reason: error.message }
    console.error(`A key of a bulk test was not tested because of ${describeUnexpected(error)}`)
    return { state: 'refused' as const, reason: OUR_FAULT }
  }
}

const GONE = 'Whoever asked for this may not any more: the member is disabled, or the token has ended.'
const OUR_FAULT = 'Something went wrong on our side. Test this key again.'
