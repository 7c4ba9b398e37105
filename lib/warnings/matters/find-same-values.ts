import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { about, FACTS, LIVE, type Matter, placeOf } from './matter.ts'

/** Keys whose very value another environment holds too. */
export async function findSameValues(grant: Grant): Promise<Matter[]> {
  const groups = await read(grant).key.groupBy({
    by: ['fingerprint'],
    where: { ...LIVE, fingerprint: { not: '' } },
    having: { fingerprint: { _count: { gt: 1 } } },
  })
  const keys = await read(grant).key.findMany({
    where: { ...LIVE, fingerprint: { in: groups.map(({ fingerprint }) => fingerprint) } },
    select: FACTS,
  })
  const same = Map.groupBy(keys, ({ fingerprint }) => fingerprint)
  // Each is told of its own key alone: whoever sees one environment may not see the other.
  return [...same.values()]
    .filter((group) => new Set(group.map(({ environmentId }) => environmentId)).size > 1)
    .flat()
    .map((key) => ({
      ...about(key),
      kind: 'same_value',
      subject: `same_value:${key.id}`,
      stage: 0,
      level: 'warn',
      dueAt: null,
      title: `${key.name} has the same value in another environment`,
      detail: `${placeOf(key)}. Whoever has one has both, and they can only be rotated together.`,
    }))
}
