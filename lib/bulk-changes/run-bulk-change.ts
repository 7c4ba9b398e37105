import { authorize } from '#lib/access/authorize'
import { bySystem } from '#lib/access/by-system'
import { findActorBehind } from '#lib/access/find-actor'
import { observe } from '#lib/access/observe'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import type { BulkChange } from '#lib/db/generated/client'
import { AppError, isAppError } from '#lib/errors'
import { newId } from '#lib/ids'
import { editKey } from '#lib/keys/edit-key'
import { revokeKey } from '#lib/keys/revoke-key'
import { startRotation } from '#lib/rotations/start-rotation'
import { describeUnexpected } from '#lib/server/end-with-sentence'
import { CreateBulkChangeInput } from './schema.ts'

const AT_ONCE = 4
const GONE = 'Whoever asked for this may not any more: the member is disabled, or the token has ended.'
const OUR_FAULT = 'Something went wrong on our side. Try this key again.'

/**
 * Changes the keys that are not changed yet, and ends. Where the signal stops it before, it throws, and whoever takes it
 * up again goes on with what is left: each change is one that may be asked for twice.
 */
export async function runBulkChange(
  { bulkChangeId: id }: { bulkChangeId: string },
  signal: AbortSignal,
): Promise<void> {
  const db = read(await authorize(bySystem('Bulk change'), 'bulk_change.find'))
  const change = await db.bulkChange.findFirst({ where: { id, endedAt: null } })
  if (!change) return
  const interrupted = { bulkChangeId: id, state: 'running' as const }
  await observe((to) => to.bulkChangeItem.updateMany({ where: interrupted, data: { state: 'waiting' } }))
  const items = await db.bulkChangeItem.findMany({
    where: { bulkChangeId: id, state: 'waiting' },
    orderBy: { position: 'asc' },
    select: { keyId: true },
  })
  const queue = items.values()
  // Whoever is done takes the next one.
  const work = async () => {
    for (const { keyId } of queue) if (!signal.aborted) await changeOne(change, keyId)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  signal.throwIfAborted()
  await observe((to) => to.bulkChange.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date() } }))
}

async function changeOne(change: BulkChange, keyId: string): Promise<void> {
  const where = { bulkChangeId: change.id, keyId }
  const mine = await observe((db) =>
    db.bulkChangeItem.updateMany({
      where: { ...where, state: 'waiting', bulkChange: { cancelledAt: null } },
      data: { state: 'running' },
    }),
  )
  if (mine.count === 0) return
  const outcome = await outcomeOf(change, keyId)
  await observe((db) => db.bulkChangeItem.updateMany({ where, data: outcome }))
}

async function outcomeOf(change: BulkChange, keyId: string) {
  try {
    const actor = await findActorBehind(change)
    if (!actor) throw new AppError('forbidden', GONE)
    const ctx: Context = { actor, address: change.address, requestId: newId('req') }
    return { state: 'done' as const, rotationId: await apply(ctx, change, keyId) }
  } catch (error) {
    if (isAppError(error)) return { state: 'refused' as const, reason: error.message }
    console.error(`A key of a bulk change was not changed because of ${describeUnexpected(error)}`)
    return { state: 'refused' as const, reason: OUR_FAULT }
  }
}

/** Returns the id of the rotation that it began. */
async function apply(ctx: Context, { kind, input }: BulkChange, keyId: string): Promise<string | null> {
  const what = CreateBulkChangeInput.parse({ kind, ids: [keyId], ...(input as object) })
  switch (what.kind) {
    case 'rotate': {
      const { kind: _, ids, ...how } = what
      return (await startRotation(ctx, keyId, how)).id
    }
    case 'revoke':
      await revokeKey(ctx, keyId, what.reason)
      return null
    default:
      await editKey(ctx, keyId, { ownerEmail: what.ownerEmail })
      return null
  }
}
