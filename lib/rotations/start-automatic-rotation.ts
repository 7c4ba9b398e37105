import type { Grant } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { AppError, isAppError } from '#lib/errors'
import { createPlanned } from './create-planned.ts'
import { hastenRotation } from './hasten-rotation.ts'
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
 * second one; an emergency takes the open one over. `conflict` where that one is of another kind.
 */
export async function startAutomaticRotation(ctx: Context, grant: Grant, asked: Asked): Promise<Rotation> {
  const open = await joinOpen(ctx, grant, asked)
  if (open) return open
  const { reason, ...planned } = asked
  try {
    const row = await commit(
      grant,
      async (tx) => {
        const result = await createPlanned(tx, { ...planned, reason: reason ?? null, by: byOf(ctx) })
        const { id, state, rehearse, emergency } = result
        return { result, event: { reason, after: { rotation: id, state, rehearse, emergency } } }
      },
      ALREADY_OPEN,
    )
    return toRotation(row)
  } catch (error) {
    // Two at once: the other one's is this one's answer too.
    if (!isAppError(error) || error.code !== 'conflict') throw error
    const theirs = await joinOpen(ctx, grant, asked)
    if (theirs) return theirs
    throw error
  }
}

async function joinOpen(ctx: Context, grant: Grant, asked: Asked): Promise<Rotation | null> {
  const { key, rehearse, emergency, reason } = asked
  const open = await read(grant).rotation.findUnique({ where: { openKeyId: key.id } })
  if (!open) return null
  if (emergency && !rehearse)
    return toRotation(await hastenRotation(grant, open, { ...byOf(ctx), reason: reason ?? null }))
  if (open.mode !== 'automatic' || open.rehearse !== rehearse) throw new AppError('conflict', ALREADY_OPEN)
  return toRotation(open)
}

function byOf({ actor }: Context) {
  return { memberId: actor.type === 'member' ? actor.id : null, memberName: actor.name }
}

export const ALREADY_OPEN = 'A rotation of this key is open. Complete or cancel that one first. Nothing was changed.'
