import { createHmac, randomBytes } from 'node:crypto'
import { authorize } from '#lib/access/authorize'
import { may } from '#lib/access/policy'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { openReached } from '#lib/fetching/open-reached'
import { listProjects } from '#lib/projects/list-projects'
import { type DigestInput, LEAST_LENGTH, type ValueDigests } from './schema.ts'

const DIGEST_BYTES = 16
const MOST_PROJECTS = 200

/**
 * Digests of all values that the caller may open, to find them in files without carrying them there. They are opened for
 * it, and each environment has an event that says so.
 */
export async function digestValues(ctx: Context, { project }: DigestInput): Promise<ValueDigests> {
  const everywhere = await authorize(ctx, 'value.digest')
  const { actor } = ctx
  if (actor.type !== 'member') throw notFound()
  const projects = (await listProjects(ctx, { limit: MOST_PROJECTS })).items
  const places = projects
    .filter(({ id, slug }) => !project || id === project || slug === project)
    .flatMap(({ id, slug, environments }) => environments.map((each) => ({ ...each, projectId: id, project: slug })))
    .filter(({ id }) => may(actor, 'value.digest', id))
  const keys = await read(everywhere).key.findMany({
    where: {
      environmentId: { in: places.map(({ id }) => id) },
      deletedAt: null,
      revokedAt: null,
      purpose: 'application',
    },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, environmentId: true },
  })
  const salt = randomBytes(32)
  const found: ValueDigests = { salt: salt.toString('hex'), items: [], leftOut: [] }
  for (const place of places) {
    const own = keys.filter(({ environmentId }) => environmentId === place.id)
    if (own.length === 0) continue
    if (place.requireStepUp || place.requireApproval) {
      found.leftOut.push(`${place.project}/${place.slug}`)
      continue
    }
    const scope = { projectId: place.projectId, environmentId: place.id }
    const target = { type: 'environment', id: place.id, name: place.slug }
    const grant = await authorize(ctx, 'value.digest', { ...scope, subject: { ...scope, target } })
    const values = await openReached(grant, { keys: own, kind: 'compare' })
    for (const [name, { value }] of Object.entries(values)) {
      if (value.length < LEAST_LENGTH) continue
      const digest = createHmac('sha256', salt).update(value, 'utf8').digest().subarray(0, DIGEST_BYTES).toString('hex')
      found.items.push({ digest, project: place.project, environment: place.slug, name })
    }
  }
  return found
}
