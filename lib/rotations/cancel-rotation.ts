import type { Grant } from '#lib/access/authorize'
import { commit, type Transaction } from '#lib/access/commit'
import type { Context } from '#lib/context'
import type { Rotation as RotationRow } from '#lib/db/generated/client'
import { AppError } from '#lib/errors'
import { runRotation } from '#lib/jobs/run-rotation'
import { switchVersions } from '#lib/keys/switch-versions'
import { AT_ONCE } from './at-once.ts'
import { authorizeRotation } from './authorize-rotation.ts'
import { beginFollowUp } from './begin-follow-up.ts'
import { findDrain } from './find-drain.ts'
import { toRotation } from './rotation-row.ts'
import { OPEN_STATES, type Rotation } from './schema.ts'

/**
 * Makes the old value current again, or leaves it current where no other was yet. What Claviger made at the provider it
 * also ends there: at once, or after the overlap where somebody took it. `conflict` where the key was changed since, the
 * rotation has ended, or the old value is being ended already.
 */
export async function cancelRotation(ctx: Context, id: string): Promise<Rotation> {
  const { grant, row } = await authorizeRotation(ctx, 'rotation.cancel', id)
  const data = { ...(await cancelled(grant, row)), fence: { increment: 1 }, leaseUntil: null, needsPerson: false }
  const ended = await commit(
    grant,
    async (tx) => {
      const result = await tx.rotation.update({ where: { id, state: row.state, fence: row.fence }, data })
      if (row.state === 'draining') await switchBack(tx, row)
      if (row.state === 'draining' && row.mode === 'automatic')
        await tx.key.update({ where: { id: row.keyId }, data: { expiresAt: row.oldExpiresAt } })
      if (result.openKeyId) await runRotation(id, tx)
      else await beginFollowUp(tx, result)
      return { result, event: { before: { state: row.state }, after: { rotation: id, version: row.fromVersion } } }
    },
    AT_ONCE,
  )
  return toRotation(ended)
}

/** What becomes of it: it ends here, or the key that was made is ended first. */
async function cancelled(grant: Grant, row: RotationRow) {
  const { state, mode, newId, needsPerson, mintAskedAt } = row
  const end = { state: 'cancelled', endedAt: new Date(), openKeyId: null, nextAt: null }
  if (mode === 'manual' && state === 'draining') return end
  if (state === 'planned') return end
  if (state === 'minting' && (needsPerson || !mintAskedAt)) return end
  if (state === 'discarding' && needsPerson) return { ...end, state: row.outcome ?? 'cancelled' }
  if ((state === 'minted' || state === 'draining') && newId) {
    const isTaken =
      (await findDrain(grant, { ...row, fromVersion: row.toVersion ?? 0, toVersion: row.fromVersion })).length > 0
    return {
      state: 'discarding',
      outcome: 'cancelled',
      nextAt: isTaken ? row.overlapEndsAt : new Date(0),
      problem: null,
    }
  }
  const isOpen = (OPEN_STATES as readonly string[]).includes(state)
  throw new AppError(
    'conflict',
    isOpen
      ? `This rotation is ${state} at this moment, which cannot be stopped halfway. Nothing was changed; look again in a minute.`
      : `This rotation is ${state} already. Nothing was changed.`,
  )
}

async function switchBack(
  tx: Transaction,
  { keyId, fromVersion, toVersion, overlapEndsAt }: RotationRow,
): Promise<void> {
  const from = toVersion ?? 0
  if (!(await switchVersions(tx, { keyIds: [keyId], from: [from], to: [fromVersion], state: 'previous' })))
    throw new AppError(
      'conflict',
      'The value of this key was changed since. Nothing was changed; look at its versions.',
    )
  await tx.keyVersion.updateMany({ where: { keyId, number: from }, data: { overlapEndsAt } })
}
