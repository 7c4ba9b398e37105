import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { about, FACTS, LIVE, type Matter, placeOf } from './matter.ts'

const DAY_MS = 86_400_000

/** Keys that nobody has used for so many days. */
export async function findUnused(grant: Grant, now: Date, days: number): Promise<Matter[]> {
  const before = new Date(now.getTime() - days * DAY_MS)
  const keys = await read(grant).key.findMany({
    where: {
      ...LIVE,
      purpose: 'application',
      createdAt: { lt: before },
      versionCreatedAt: { lt: before },
      OR: [
        { state: { is: null } },
        { state: { is: { lastUsedAt: null } } },
        { state: { is: { lastUsedAt: { lt: before } } } },
      ],
    },
    select: FACTS,
  })
  return keys.map((key) => ({
    ...about(key),
    kind: 'unused',
    subject: `unused:${key.id}`,
    stage: 0,
    level: 'info',
    dueAt: key.state?.lastUsedAt ?? null,
    title: `${key.name} was not used for ${days} days`,
    detail: `${placeOf(key)}. A key that nobody needs is best revoked.`,
  }))
}
