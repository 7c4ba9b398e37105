import { bySystem } from '#lib/access/by-system'
import { read } from '#lib/access/read'
import { AppError } from '#lib/errors'
import { switchVersions } from '#lib/keys/switch-versions'
import type { PairingResult } from '#lib/pairing/schema'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import { stateAfter } from '#lib/pairings/state-after'
import { ACCEPTED, DEAD } from '#lib/providers/verdict'
import { compareResults } from '#lib/rotations/compare-results'
import { backoff } from './reach.ts'
import type { Step, Turn } from './turn.ts'

/** Where the provider refuses a key that it just made, it may not have told all of its servers yet. */
const MOST_TESTS = 5
const HOUR_MS = 3_600_000
const ACTOR = 'Automatic rotation'

/** Tests the new value live, compares it with the one in use, and only then makes it current. */
export async function prove(turn: Turn): Promise<Step> {
  const { rotation, key } = turn
  const { toVersion } = rotation
  if (toVersion === null) return { ask: 'The new value is missing. Cancel this rotation.' }
  if (key.deletedAt || key.version !== rotation.fromVersion)
    return discardAs('failed', 'The value of this key was changed meanwhile. The new one was deleted at the provider.')
  const run = await prepareKeyTest(bySystem(ACTOR), key.id, { version: toVersion, trigger: 'rotation' })
  const result = await run()
  const test = { testId: result.id, testVerdict: result.verdict, testHeadline: result.headline }
  if (!ACCEPTED.includes(result.verdict)) {
    const waitSeconds = backoff(rotation.tries)
    if (!DEAD.includes(result.verdict) || rotation.tries < MOST_TESTS)
      return { waitSeconds, problem: `The new value is not accepted yet: ${result.headline}`, data: test }
    return discardAs('refused', result.headline, test)
  }
  const differences = compareResults(await observedBefore(turn), result.observed)
  if (rotation.rehearse) return discardAs('rehearsed', null, { ...test, differences })
  return promote(turn, { ...test, differences }, result, toVersion)
}

function discardAs(outcome: string, problem: string | null, data: object = {}): Step {
  return { to: 'discarding', data: { ...data, outcome, problem } }
}

async function observedBefore({ grant, key, rotation }: Turn): Promise<PairingResult['observed'] | undefined> {
  const last = await read(grant).pairing.findFirst({
    where: { keyId: key.id, version: rotation.fromVersion, verdict: { in: [...ACCEPTED] } },
    orderBy: { startedAt: 'desc' },
    select: { result: true },
  })
  return (last?.result as PairingResult | undefined)?.observed
}

function promote(turn: Turn, data: object, result: PairingResult, toVersion: number): Step {
  const { rotation, key, now } = turn
  const { fromVersion } = rotation
  const overlapEndsAt = new Date(now().getTime() + rotation.overlapHours * HOUR_MS)
  const expiresAt = result.observed.expiresAt ? new Date(result.observed.expiresAt) : rotation.newExpiresAt
  return {
    to: 'draining',
    data: { ...data, overlapEndsAt, nextAt: overlapEndsAt, problem: null },
    event: { version: toVersion },
    work: async (tx) => {
      const which = { keyIds: [key.id], from: [fromVersion], to: [toVersion], state: 'pending' as const }
      if (!(await switchVersions(tx, which)))
        throw new AppError('conflict', 'The value of this key was changed meanwhile.')
      await tx.keyVersion.updateMany({ where: { keyId: key.id, number: fromVersion }, data: { overlapEndsAt } })
      await tx.keyState.update({ where: { keyId: key.id }, data: stateAfter(result, new Date(result.startedAt)) })
      await tx.key.update({ where: { id: key.id }, data: { expiresAt } })
    },
  }
}
