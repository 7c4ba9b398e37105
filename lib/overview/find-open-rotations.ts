import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Prisma } from '#lib/db/generated/client'
import type { Overview } from './schema.ts'

const SHOWN = 10

/** Rotations whose overlap is over and whose old value nobody has proven dead, the longest first. */
export async function findOpenRotations(
  grant: Grant,
  seen: Prisma.KeyWhereInput,
  now: Date,
): Promise<Overview['rotationsWaiting']> {
  const rows = await read(grant).rotation.findMany({
    where: { state: 'draining', overlapEndsAt: { lt: now } },
    orderBy: [{ overlapEndsAt: 'asc' }, { id: 'asc' }],
    select: { openKeyId: true, overlapEndsAt: true },
    take: 1000,
  })
  const endedAt = new Map(rows.map(({ openKeyId, overlapEndsAt }) => [openKeyId, overlapEndsAt]))
  const keys = await read(grant).key.findMany({
    where: { AND: [seen], id: { in: [...endedAt.keys()].flatMap((id) => id ?? []) } },
    select: { id: true, name: true, environment: { select: { slug: true, project: { select: { slug: true } } } } },
  })
  const position = [...endedAt.keys()]
  return keys
    .sort((one, other) => position.indexOf(one.id) - position.indexOf(other.id))
    .slice(0, SHOWN)
    .map(({ id, name, environment }) => ({
      keyId: id,
      name,
      project: environment.project.slug,
      environment: environment.slug,
      overlapEndedAt: (endedAt.get(id) ?? now).toISOString(),
    }))
}
