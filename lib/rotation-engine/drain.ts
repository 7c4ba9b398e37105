import { findDrain } from '#lib/rotations/find-drain'
import type { Step, Turn } from './turn.ts'

const LOOK_AGAIN_SECONDS = 600
/** A program that has not moved in a week after the overlap is a person's matter. */
const LONGEST_HOLD_MS = 7 * 86_400_000

/**
 * Waits until the overlap is over, and then until every program that took the old value from Claviger has the new one: an
 * overlap of no hours waits for nobody, and nor does an emergency.
 */
export async function drain(turn: Turn): Promise<Step> {
  const { rotation, grant, now } = turn
  const endsAt = rotation.overlapEndsAt ?? now()
  const left = (endsAt.getTime() - now().getTime()) / 1000
  if (left > 0) return { waitSeconds: left, problem: null }
  if (rotation.oldId === null)
    return {
      ask: 'The old value was not made by Claviger, and cannot be told apart at its provider. Revoke it there, then prove it dead here.',
    }
  if (rotation.overlapHours > 0 && !rotation.emergency) {
    const waiting = (await findDrain(grant, rotation)).filter(
      ({ hasMoved, consumer }) => !hasMoved && consumer.type === 'scoped_key',
    )
    const names = waiting.map(({ consumer }) => consumer.name).join(', ')
    if (waiting.length > 0 && now().getTime() - endsAt.getTime() > LONGEST_HOLD_MS)
      return { ask: `${names} still has the old value, a week after the overlap. Move it, or end the old value now.` }
    if (waiting.length > 0)
      return { waitSeconds: LOOK_AGAIN_SECONDS, problem: `The overlap is over, and ${names} still has the old value.` }
  }
  return { to: 'revoking', data: { problem: null } }
}
