import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { whereStatus } from '#lib/keys/where-status'
import { inWords } from '../in-words.ts'
import { about, FACTS, LIVE, type Matter, placeOf } from './matter.ts'

/** Keys whose latest pairing test failed. */
export async function findFailing(grant: Grant, now: Date): Promise<Matter[]> {
  const keys = await read(grant).key.findMany({
    where: { AND: [LIVE, { purpose: 'application' }, whereStatus('failing', now)] },
    select: FACTS,
  })
  return keys.map((key) => ({
    ...about(key),
    kind: 'pairing_failing',
    subject: `pairing_failing:${key.id}`,
    stage: 0,
    level: key.environment.protected ? 'fail' : 'warn',
    dueAt: null,
    title: `${key.name} fails its pairing test`,
    detail: `${placeOf(key)}. The verdict is “${inWords(key.state?.lastVerdict)}”; its page says why, and what to do.`,
  }))
}
