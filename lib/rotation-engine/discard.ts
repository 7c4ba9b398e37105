import { listKeys, revokeKey } from '#lib/automations/ask-key-api'
import { backoff, reach, retry } from './reach.ts'
import type { End, Step, Turn } from './turn.ts'

/** Ends the new key at its provider: it was for a rehearsal, was refused, or is not wanted any more. */
export async function discard(turn: Turn): Promise<Step> {
  const { rotation, key } = turn
  const { newId, oldId, toVersion } = rotation
  if (newId !== null && newId !== oldId) {
    const access = await reach(turn, 'end the key that is not used')
    if (!('api' in access)) return access
    const gone = await revokeKey(access, newId)
    if ('trouble' in gone) return retry(gone, turn)
    const listed = await listKeys(access)
    if ('trouble' in listed) return retry(listed, turn)
    if (listed.keys.some(({ id }) => id === newId))
      return { waitSeconds: backoff(rotation.tries), problem: 'The provider still lists the key after it was deleted.' }
  }
  return {
    end: (rotation.outcome ?? 'failed') as End,
    event: { version: toVersion },
    work: async (tx) => {
      if (toVersion === null) return
      const revoked = { state: 'revoked' as const, retiredAt: turn.now(), overlapEndsAt: turn.now() }
      await tx.keyVersion.updateMany({
        where: { keyId: key.id, number: toVersion, state: { not: 'current' } },
        data: revoked,
      })
    },
  }
}
