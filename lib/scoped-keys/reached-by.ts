import { reaches, roleIn } from '#lib/access/roles'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Actor } from '#lib/context'
import type { Prisma } from '#lib/db/generated/client'

/** Made by them, or of an environment that they manage. */
export function reachedBy(actor: Actor): Prisma.ScopedKeyWhereInput {
  if (actor.type !== 'member') return actor.type === 'operator' || actor.type === 'system' ? {} : { id: { in: [] } }
  const managed =
    actor.role === 'owner' || actor.role === 'admin'
      ? seenEnvironments(actor)
      : { in: [...actor.grants.keys()].filter((id) => reaches(roleIn(actor, id), 'manager')) }
  return { OR: [{ memberId: actor.id }, { environmentId: managed }] }
}

export function inPlace({
  project,
  environment,
}: {
  project?: string | undefined
  environment?: string | undefined
}): Prisma.ScopedKeyWhereInput {
  const is = (idOrSlug: string) => ({ OR: [{ id: idOrSlug }, { slug: idOrSlug }] })
  return {
    environment: {
      ...(environment ? is(environment) : {}),
      project: { deletedAt: null, ...(project ? is(project) : {}) },
    },
  }
}
