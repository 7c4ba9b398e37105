import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { PolicyBook } from '../policy-book.ts'
import { levelAt, stageOf } from '../stage-of.ts'
import { about, FACTS, type Facts, LIVE, type Matter, placeOf } from './matter.ts'

const DAY_MS = 86_400_000

/** Expiries and rotations that have come as near as the policy of the key says, or else the rule. */
export async function findDated(
  grant: Grant,
  book: PolicyBook,
  now: Date,
  ruleDays: readonly number[],
  kind: 'expires' | 'rotation_due',
): Promise<Matter[]> {
  const column = kind === 'expires' ? 'expiresAt' : 'rotationDueAt'
  const until = new Date(now.getTime() + Math.max(...ruleDays, ...book.longestLead) * DAY_MS)
  const keys = await read(grant).key.findMany({ where: { ...LIVE, [column]: { lte: until } }, select: FACTS })
  return keys.flatMap((key) => {
    const dueAt = key[column]
    const stage = dueAt && stageOf(dueAt, book.leadDaysOf(key) ?? ruleDays, now)
    if (!dueAt || stage === null) return []
    // What rotates by itself is nobody's errand, until it has not.
    const isOwnErrand = kind === 'rotation_due' && key.isAutomated && book.isByItself(key)
    if (isOwnErrand && now.getTime() - dueAt.getTime() < DAY_MS) return []
    return [
      {
        ...about(key),
        kind,
        subject: `${kind}:${key.id}`,
        stage,
        level: levelAt(stage),
        dueAt,
        ...datedWords(kind, key, stage),
      },
    ]
  })
}

function datedWords(kind: 'expires' | 'rotation_due', key: Facts, stage: number) {
  const when = stage === 0 ? '' : stage === 1 ? ' within a day' : ` within ${stage} days`
  const where = placeOf(key)
  if (kind === 'expires')
    return {
      title: stage === 0 ? `${key.name} has expired` : `${key.name} expires${when}`,
      detail: `${where}. ${stage === 0 ? 'Whoever uses it fails' : 'Whoever uses it fails from then on'}; rotate it.`,
    }
  return {
    title: stage === 0 ? `${key.name} should have been rotated` : `${key.name} is to be rotated${when}`,
    detail: `${where}. Rotate it ${key.isAutomated ? 'or look why it did not rotate by itself' : 'in Claviger'}.`,
  }
}
