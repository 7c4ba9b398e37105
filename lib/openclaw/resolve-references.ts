import { authorize } from '#lib/access/authorize'
import { coversName } from '#lib/access/covers-name'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'
import { openReached } from '#lib/fetching/open-reached'
import { findReferred, type Referable } from './references.ts'
import type { ResolvedReferences, ResolveInput } from './schema.ts'

/**
 * Answers OpenClaw's resolver, for whoever holds a scoped key: a value for each reference that means one key which it
 * reaches, an error for each other. One event names all that were opened.
 */
export async function resolveReferences(ctx: Context, { ids }: ResolveInput): Promise<ResolvedReferences> {
  await authorize(ctx, 'openclaw.resolve')
  const { actor } = ctx
  if (actor.type !== 'scoped_key') throw notFound()
  const { projectId, environmentId } = actor
  const target = { type: 'environment', id: environmentId, name: 'OpenClaw' }
  const grant = await authorize(ctx, 'value.fetch', {
    projectId,
    environmentId,
    subject: { projectId, environmentId, target },
  })
  const environment = await read(grant).environment.findUniqueOrThrow({
    where: { id: environmentId },
    select: {
      slug: true,
      keys: {
        where: { deletedAt: null, revokedAt: null, purpose: 'application' },
        select: { id: true, name: true, provider: true },
      },
    },
  })
  const reached = environment.keys.filter(({ name }) => coversName(actor.keyNames, name))
  const found: [string, Referable][] = []
  const errors: ResolvedReferences['errors'] = {}
  for (const reference of new Set(ids)) {
    const match = findReferred(reference, environment.slug, reached)
    if ('key' in match) found.push([reference, match.key])
    else errors[reference] = match
  }
  const named = { ...target, name: environment.slug }
  const keys = [...new Map(found.map(([, key]) => [key.id, key])).values()]
  const opened =
    keys.length > 0 ? await openReached(grant, { keys, kind: 'openclaw', agent: 'OpenClaw', target: named }) : {}
  const values = found.map(([reference, { name }]) => [reference, opened[name]?.value.trim() ?? ''] as const)
  for (const [reference] of values.filter(([, value]) => !value)) errors[reference] = { code: 'NOT_FOUND' }
  return { protocolVersion: 1, values: Object.fromEntries(values.filter(([, value]) => value)), errors }
}
