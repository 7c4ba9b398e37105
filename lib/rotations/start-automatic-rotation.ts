import type { Grant } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, isAppError } from '#lib/errors'
import { newId } from '#lib/ids'
import { runRotation } from '#lib/jobs/run-rotation'
import { toRotation } from './rotation-row.ts'
import type { Rotation } from './schema.ts'

interface Asked {
  key: { id: string; projectId: string; environmentId: string; version: number }
  overlapHours: number
  reason: string | undefined
  rehearse: boolean
  emergency: boolean
}

/**
 * Begins a rotation that the queue carries on. Whoever lost the answer and asks again gets the one that is open, and not a
 * second one; `conflict` where the open one is of another kind.
 */
export async function startAutomaticRotation(ctx: Context, grant: Grant, asked: Asked): Promise<Rotation> {
  const { key, overlapHours, reason, rehearse, emergency } = asked
  const open = await findOpen(grant, asked)
  if (open) return open
  const id = newId('rot')
  const { actor } = ctx
  try {
    const row = await commit(
      grant,
      async (tx) => {
        const result = await tx.rotation.create({
          data: {
            id,
            keyId: key.id,
            projectId: key.projectId,
            environmentId: key.environmentId,
            memberId: actor.type === 'member' ? actor.id : null,
            memberName: actor.name,
            mode: 'automatic',
            state: 'planned',
            rehearse,
            emergency,
            overlapHours: emergency ? 0 : overlapHours,
            fromVersion: key.version,
            reason: reason ?? null,
            openKeyId: key.id,
            // Due at once, whatever the two clocks say.
            nextAt: new Date(0),
          },
        })
        await runRotation(id, tx)
        return { result, event: { reason, after: { rotation: id, state: 'planned', rehearse, emergency } } }
      },
      ALREADY_OPEN,
    )
    return toRotation(row)
  } catch (error) {
    // Two at once: the other one's is this one's answer too.
    if (!isAppError(error) || error.code !== 'conflict') throw error
    const theirs = await findOpen(grant, asked)
    if (theirs) return theirs
    throw error
  }
}

async function findOpen(grant: Grant, { key, rehearse, emergency }: Asked): Promise<Rotation | null> {
  const open = await read(grant).rotation.findUnique({ where: { openKeyId: key.id } })
  if (!open) return null
  const isSame = open.mode === 'automatic' && open.rehearse === rehearse && (open.emergency || !emergency)
  if (!isSame) throw new AppError('conflict', emergency && open.state === 'draining' ? STILL_DRAINING : ALREADY_OPEN)
  return toRotation(open)
}

export const ALREADY_OPEN = 'A rotation of this key is open. Complete or cancel that one first. Nothing was changed.'
const STILL_DRAINING =
  'A rotation of this key is draining. End its old value first, then replace the current one. Nothing was changed.'
