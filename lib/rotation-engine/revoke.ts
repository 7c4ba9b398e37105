import { bySystem } from '#lib/access/by-system'
import { listKeys, revokeKey } from '#lib/automations/ask-key-api'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import { ACCEPTED, DEAD } from '#lib/providers/verdict'
import { backoff, reach, retry } from './reach.ts'
import type { Step, Turn } from './turn.ts'

const MOST_TESTS = 6

/** Ends the old key at its provider, looks that it is gone there, and proves by a live test that it is dead. */
export async function revoke(turn: Turn): Promise<Step> {
  const { rotation, key } = turn
  const { oldId, newId, fromVersion } = rotation
  if (oldId === null || oldId === newId)
    return { ask: 'Which key at the provider is the old one is not known. Revoke it there.' }
  const access = await reach(turn, 'end the old key')
  if (!('api' in access)) return access
  const gone = await revokeKey(access, oldId)
  if ('trouble' in gone) return retry(gone, turn)
  const listed = await listKeys(access)
  if ('trouble' in listed) return retry(listed, turn)
  if (listed.keys.some(({ id }) => id === oldId))
    return {
      waitSeconds: backoff(rotation.tries),
      problem: 'The provider still lists the old key after it was deleted.',
    }
  const doubt = key.deletedAt ? null : await proveDead(turn)
  if (doubt) return doubt
  return {
    end: 'completed',
    data: { problem: null },
    event: { version: fromVersion },
    work: async (tx) => {
      const revoked = { state: 'revoked' as const, overlapEndsAt: turn.now() }
      await tx.keyVersion.updateMany({ where: { keyId: key.id, number: fromVersion }, data: revoked })
    },
  }
}

/** A live test of the old value has to be refused; of a key that was deleted here nothing is tested any more. */
async function proveDead({ rotation, key }: Turn): Promise<Step | null> {
  const ctx = bySystem('Automatic rotation')
  const run = await prepareKeyTest(ctx, key.id, { version: rotation.fromVersion, trigger: 'rotation' })
  const { verdict, headline } = await run()
  if (DEAD.includes(verdict)) return null
  if (ACCEPTED.includes(verdict) && rotation.tries >= MOST_TESTS)
    return { ask: 'The old key is deleted, and its value is still accepted. Look at the provider, then let it go on.' }
  return { waitSeconds: backoff(rotation.tries), problem: `The old value is not proven dead yet: ${headline}` }
}
