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
    where: { state: 'draining', overlapEndsAt: { lt: now }, key: seen },
    orderBy: [{ overlapEndsAt: 'asc' }, { id: 'asc' }],
    include: {
      key: { select: { name: true, environment: { select: { slug: true, project: { select: { slug: true } } } } } },
    },
    take: SHOWN,
  })
  return rows.map(({ keyId, overlapEndsAt, key: { name, environment } }) => ({
    keyId,
    name,
    project: environment.project.slug,
    environment: environment.slug,
    overlapEndedAt: (overlapEndsAt ?? now).toISOString(),
  }))
}
