import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Prisma } from '#lib/db/generated/client'
import type { Overview } from './schema.ts'

const SHOWN = 10

/** Rotations that wait for somebody: the overlap is over and nobody has proven the old value dead, or it says itself why. */
export async function findOpenRotations(
  grant: Grant,
  seen: Prisma.KeyWhereInput,
  now: Date,
): Promise<Overview['rotationsWaiting']> {
  const rows = await read(grant).rotation.findMany({
    where: {
      openKeyId: { not: null },
      key: seen,
      OR: [{ needsPerson: true }, { mode: 'manual', state: 'draining', overlapEndsAt: { lt: now } }],
    },
    orderBy: [{ overlapEndsAt: 'asc' }, { id: 'asc' }],
    include: {
      key: { select: { name: true, environment: { select: { slug: true, project: { select: { slug: true } } } } } },
    },
    take: SHOWN,
  })
  return rows.map(({ keyId, overlapEndsAt, needsPerson, problem, key: { name, environment } }) => ({
    keyId,
    name,
    project: environment.project.slug,
    environment: environment.slug,
    overlapEndedAt: overlapEndsAt?.toISOString() ?? null,
    problem: needsPerson ? problem : null,
  }))
}
