import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Prisma } from '#lib/db/generated/client'
import { KEY_STATUSES, type KeyStatus } from '#lib/keys/schema'
import { whereStatus } from '#lib/keys/where-status'
import type { EnvironmentHealth } from './schema.ts'

type Counts = Record<KeyStatus, number>

/** How the keys of every environment stand: one query a status, however many environments. */
export async function findHealth(grant: Grant, seen: Prisma.KeyWhereInput, now: Date): Promise<EnvironmentHealth[]> {
  const [rows, ...counted] = await Promise.all([
    read(grant).environment.findMany({
      where: { id: seenEnvironments(grant.ctx.actor), project: { deletedAt: null } },
      include: { project: { select: { slug: true, name: true } } },
      orderBy: [{ project: { name: 'asc' } }, { projectId: 'asc' }, { position: 'asc' }],
    }),
    ...KEY_STATUSES.map((status) => countByEnvironment(grant, status, { AND: [seen, whereStatus(status, now)] })),
  ])
  return rows.map((row) => {
    const byStatus = Object.fromEntries(
      counted.map(({ status, counts }) => [status, counts.get(row.id) ?? 0]),
    ) as Counts
    return {
      projectId: row.projectId,
      project: row.project.slug,
      projectName: row.project.name,
      environmentId: row.id,
      environment: row.slug,
      environmentName: row.name,
      protected: row.protected,
      keyCount: Object.values(byStatus).reduce((sum, count) => sum + count, 0),
      byStatus,
    }
  })
}

async function countByEnvironment(grant: Grant, status: KeyStatus, where: Prisma.KeyWhereInput) {
  const groups = await read(grant).key.groupBy({ by: ['environmentId'], where, _count: { _all: true } })
  return { status, counts: new Map(groups.map((group) => [group.environmentId, group._count._all])) }
}
