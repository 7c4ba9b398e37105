import { roleIn } from '#lib/access/roles'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Actor } from '#lib/context'
import type { Prisma } from '#lib/db/generated/client'
import type { Environment, Project } from './schema.ts'

const COUNT_KEYS = { _count: { select: { keys: { where: { deletedAt: null } } } } } satisfies Prisma.EnvironmentInclude
export type EnvironmentRow = Prisma.EnvironmentGetPayload<{ include: typeof COUNT_KEYS }>

/** The environments of a project that somebody sees, with how many keys each holds. */
export function environmentsSeenBy(actor: Actor) {
  return {
    where: { id: seenEnvironments(actor) },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: COUNT_KEYS,
  } satisfies Prisma.Project$environmentsArgs
}

type ProjectRow = Prisma.ProjectGetPayload<object> & { environments: EnvironmentRow[] }

export function toProject({ id, slug, name, createdAt, updatedAt, environments }: ProjectRow, actor: Actor): Project {
  return {
    id,
    slug,
    name,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    environments: environments.map((row) => toEnvironment(row, actor)),
  }
}

export function toEnvironment(row: EnvironmentRow, actor: Actor): Environment {
  const { id, slug, name, requireStepUp, requireApproval, testEveryHours, scopedKeyMaxDays } = row
  const holdsAll = actor.type === 'operator' || actor.type === 'system'
  const role = holdsAll ? 'manager' : (actor.type === 'member' && roleIn(actor, id)) || 'viewer'
  const asks = { protected: row.protected, requireStepUp, requireApproval, testEveryHours, scopedKeyMaxDays }
  return { id, slug, name, ...asks, role, keyCount: row._count.keys }
}
