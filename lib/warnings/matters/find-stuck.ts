import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { about, FACTS, LIVE, type Matter, placeOf } from './matter.ts'

/** Something is wrong with a rotation that has tried this often. */
const STUCK_TRIES = 5

/** Rotations that do not go on by themselves, or have not for long. */
export async function findStuck(grant: Grant, now: Date): Promise<Matter[]> {
  const rows = await read(grant).rotation.findMany({
    where: {
      openKeyId: { not: null },
      key: LIVE,
      OR: [
        { needsPerson: true },
        { problem: { not: null }, tries: { gte: STUCK_TRIES } },
        { mode: 'manual', overlapEndsAt: { lt: now } },
      ],
    },
    include: { key: { select: FACTS } },
  })
  return rows.map(({ key, problem, mode, fromVersion, overlapEndsAt }) => ({
    ...about(key),
    kind: 'rotation_stuck',
    subject: `rotation_stuck:${key.id}`,
    stage: 0,
    level: 'fail',
    dueAt: overlapEndsAt,
    title: `The rotation of ${key.name} waits for somebody`,
    detail:
      mode === 'manual'
        ? `${placeOf(key)}. The overlap is over: revoke version ${fromVersion} at its provider, and prove it dead.`
        : `${placeOf(key)}. ${problem ?? 'It does not go on.'}`,
  }))
}
