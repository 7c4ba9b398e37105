import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Prisma } from '#lib/db/generated/client'
import { catalog } from '#lib/providers/catalog'
import type { ListKeysQuery } from './schema.ts'
import { whereStatus } from './where-status.ts'

type Where = Prisma.KeyWhereInput
type Filters = Pick<ListKeysQuery, 'project' | 'environment' | 'provider' | 'status' | 'purpose' | 'q' | 'deleted'>

/** The keys that somebody sees under these filters. A project or environment that they do not see holds none. */
export async function whereKeys(grant: Grant, filters: Filters, now: Date): Promise<Where> {
  const { project, environment, provider, status, purpose, q, deleted } = filters
  const conditions: Where[] = [{ environmentId: await seenBy(grant, project, environment) }]
  conditions.push(deleted ? { deletedAt: { not: null }, project: { deletedAt: null } } : { deletedAt: null })
  if (provider) conditions.push({ provider })
  if (status) conditions.push(whereStatus(status, now))
  if (purpose) conditions.push({ purpose })
  if (q?.trim()) conditions.push(whereText(q.trim()))
  return { AND: conditions }
}

async function seenBy(grant: Grant, project: string | undefined, environment: string | undefined) {
  const seen = seenEnvironments(grant.ctx.actor)
  if (!project && !environment) return seen
  const found = await read(grant).environment.findMany({
    where: {
      id: seen,
      ...(environment ? { OR: [{ id: environment }, { slug: environment }] } : {}),
      ...(project ? { project: { OR: [{ id: project }, { slug: project }] } } : {}),
    },
    select: { id: true },
  })
  return { in: found.map(({ id }) => id) }
}

/** In name, notes and provider anywhere, in tags as a whole. */
function whereText(text: string): Where {
  const contains = { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const }
  const lower = text.toLowerCase()
  const providers = catalog.filter(({ name }) => name.toLowerCase().includes(lower)).map(({ id }) => id)
  return {
    OR: [
      { name: contains },
      { notes: contains },
      { provider: contains },
      { provider: { in: providers } },
      { tags: { hasSome: [text, lower] } },
    ],
  }
}
