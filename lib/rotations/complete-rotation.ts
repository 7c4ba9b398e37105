import type { Grant } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import type { Rotation as RotationRow } from '#lib/db/generated/client'
import { AppError } from '#lib/errors'
import { runRotation } from '#lib/jobs/run-rotation'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import { ACCEPTED, DEAD } from '#lib/providers/verdict'
import { AT_ONCE } from './at-once.ts'
import { authorizeRotation } from './authorize-rotation.ts'
import { beginFollowUp } from './begin-follow-up.ts'
import { toRotation } from './rotation-row.ts'
import type { Rotation } from './schema.ts'

/**
 * Ends a rotation once the old value is proven dead: it is tested, and its provider refuses it. `conflict` while the
 * provider accepts it, and where the answer proves neither: nothing is changed then. Where Claviger can end the old value
 * itself, it does now, without waiting for the overlap.
 */
export async function completeRotation(ctx: Context, id: string): Promise<Rotation> {
  const { grant, row } = await authorizeRotation(ctx, 'rotation.complete', id)
  const isWaiting = row.state === 'draining' || (row.state === 'revoking' && row.needsPerson)
  if (!isWaiting)
    throw new AppError(
      'conflict',
      `This rotation is ${row.state}${row.openKeyId ? '' : ' already'}. Nothing was changed.`,
    )
  const ended = row.state === 'draining' && row.oldId ? await endNow(grant, row) : await proveDead(ctx, grant, row)
  return toRotation(ended)
}

async function endNow(grant: Grant, { id, state, fence }: RotationRow): Promise<RotationRow> {
  return commit(
    grant,
    async (tx) => {
      const result = await tx.rotation.update({
        where: { id, state, fence },
        data: {
          state: 'revoking',
          nextAt: new Date(0),
          fence: { increment: 1 },
          leaseUntil: null,
          needsPerson: false,
          problem: null,
        },
      })
      await runRotation(id, tx)
      return { result, event: { after: { rotation: id, state: 'revoking' } } }
    },
    AT_ONCE,
  )
}

async function proveDead(ctx: Context, grant: Grant, row: RotationRow): Promise<RotationRow> {
  const { id, state, keyId, fromVersion } = row
  const run = await prepareKeyTest(ctx, keyId, { version: fromVersion, trigger: 'rotation' })
  const { verdict, headline } = await run()
  if (!DEAD.includes(verdict))
    throw new AppError(
      'conflict',
      ACCEPTED.includes(verdict)
        ? 'The old value still works at its provider. Revoke it there, then complete the rotation. Nothing was changed.'
        : `Whether the old value is dead could not be proven: ${headline} Nothing was changed.`,
    )
  return commit(
    grant,
    async (tx) => {
      const now = new Date()
      const end = { state: 'completed', endedAt: now, openKeyId: null, nextAt: null, needsPerson: false, problem: null }
      const result = await tx.rotation.update({ where: { id, state }, data: { ...end, fence: { increment: 1 } } })
      await tx.keyVersion.updateMany({
        where: { keyId, number: fromVersion },
        data: { state: 'revoked', overlapEndsAt: now },
      })
      await beginFollowUp(tx, result)
      return { result, event: { after: { rotation: id, version: fromVersion, verdict } } }
    },
    AT_ONCE,
  )
}
