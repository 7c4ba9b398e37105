import type { Grant } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Prisma, Rotation } from '#lib/db/generated/client'
import { AppError } from '#lib/errors'
import { runRotation } from '#lib/jobs/run-rotation'
import { AT_ONCE } from './at-once.ts'
import type { FollowUp } from './begin-follow-up.ts'

const BY_HAND =
  'A rotation of this key is draining, and its old value is ended by hand. Revoke that at its provider and prove it dead, then replace the current one. Nothing was changed.'

/**
 * What “compromised” comes to while a rotation of the key is open. One that has not switched yet becomes the emergency. One
 * that has, or that only rehearses, is brought to its end now, and the emergency begins by itself with that. What the open
 * one waits for a person to do still has to be done. `conflict` where its old value can only be ended by hand.
 */
export async function hastenRotation(grant: Grant, open: Rotation, by: FollowUp): Promise<Rotation> {
  const { id, state, mode, rehearse, oldId } = open
  if (open.emergency || open.followUp !== null) return open
  if (mode === 'manual' || (state === 'draining' && oldId === null)) throw new AppError('conflict', BY_HAND)
  const isComing = !rehearse && ['planned', 'minting', 'minted'].includes(state)
  const followUp = { ...by } satisfies Prisma.InputJsonObject
  return commit(
    grant,
    async (tx) => {
      const result = await tx.rotation.update({
        where: { id, state },
        data: {
          ...(isComing ? { emergency: true, overlapHours: 0, reason: by.reason } : { followUp }),
          ...(state === 'draining' ? { state: 'revoking', problem: null, needsPerson: false } : {}),
          // Whoever carries it on has read it as it was: what they write now counts no more. What a call that is under way
          // makes would be lost with it, and what comes after that call is read anew.
          ...(state === 'minting' ? {} : { fence: { increment: 1 }, leaseUntil: null, nextAt: new Date(0) }),
        },
      })
      await runRotation(id, tx)
      return { result, event: { reason: by.reason ?? undefined, after: { rotation: id, emergency: true } } }
    },
    AT_ONCE,
  )
}
