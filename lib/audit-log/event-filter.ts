import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Prisma } from '#lib/db/generated/client'
import { containing, equalling } from '#lib/list/containing'
import type { EventFilters } from './schema.ts'

type Where = Prisma.AuditEventWhereInput

const DAY_MS = 86_400_000

/** The filters as a condition, and above them what the caller may see: everything, or their environments and themselves. */
export async function eventFilter(grant: Grant, filters: EventFilters): Promise<Where> {
  const { action, outcome, key, from, to, q } = filters
  return {
    AND: [
      visibleTo(grant),
      filters.actor ? await actorFilter(grant, filters.actor) : {},
      await placeFilter(grant, filters),
      action ? { action: action.includes('.') ? action : { startsWith: `${action}.` } } : {},
      outcome ? { outcome } : {},
      key ? { keyId: key } : {},
      from ? { at: { gte: new Date(from) } } : {},
      to ? { at: { lt: endOf(to) } } : {},
      q ? textFilter(q) : {},
    ],
  }
}

function visibleTo({ ctx: { actor } }: Grant): Where {
  if (actor.type === 'operator' || actor.type === 'system') return {}
  if (actor.type === 'member' && actor.role !== 'member') return {}
  return { OR: [{ environmentId: seenEnvironments(actor) }, { actorId: actor.id }] }
}

async function actorFilter(grant: Grant, actor: string): Promise<Where> {
  const email = actor.toLowerCase()
  const member = email.includes('@')
    ? await read(grant).member.findUnique({ where: { email }, select: { id: true } })
    : null
  return { OR: [{ actorId: member?.id ?? actor }, { actorName: equalling(actor) }] }
}

/** Ids or slugs. What is deleted is found by its id. */
async function placeFilter(grant: Grant, { project, environment }: EventFilters): Promise<Where> {
  const named = (value: string) => ({ OR: [{ id: value }, { slug: value }] })
  const where: Where = {}
  if (project) {
    const found = await read(grant).project.findFirst({ where: named(project), select: { id: true } })
    where.projectId = found?.id ?? project
  }
  if (environment) {
    const found = await read(grant).environment.findMany({
      where: { ...named(environment), ...(project ? { projectId: String(where.projectId) } : {}) },
      select: { id: true },
    })
    where.environmentId = { in: [environment, ...found.map(({ id }) => id)] }
  }
  return where
}

function endOf(to: string): Date {
  return to.includes('T') ? new Date(to) : new Date(new Date(to).getTime() + DAY_MS)
}

function textFilter(q: string): Where {
  const columns = ['targetName', 'actorName', 'action', 'reason', 'address'] as const
  return { OR: columns.map((column) => ({ [column]: containing(q) })) }
}
