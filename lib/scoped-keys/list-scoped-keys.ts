import { authorize } from '#lib/access/authorize'
import { reaches, roleIn } from '#lib/access/policy'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Actor, Context } from '#lib/context'
import type { Prisma } from '#lib/db/generated/client'
import { decodeCursor, encodeCursor } from '#lib/list/cursor'
import type { ListScopedKeysQuery, ScopedKeyList } from './schema.ts'
import { SCOPED_KEY_INCLUDE, toScopedKey } from './scoped-key-row.ts'

/** The scoped keys that the caller made, and those of the environments that they manage, newest first. */
export async function listScopedKeys(ctx: Context, query: ListScopedKeysQuery): Promise<ScopedKeyList> {
  const grant = await authorize(ctx, 'scoped_key.list')
  const [before] = query.cursor ? decodeCursor(query.cursor, 1) : []
  const rows = await read(grant).scopedKey.findMany({
    where: {
      AND: [reachedBy(ctx.actor), inPlace(query), inState(query.state)],
      ...(before ? { id: { lt: String(before) } } : {}),
    },
    include: SCOPED_KEY_INCLUDE,
    orderBy: { id: 'desc' },
    take: query.limit + 1,
  })
  const items = rows.slice(0, query.limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => toScopedKey(row)),
    nextCursor: rows.length > query.limit && last ? encodeCursor([last.id]) : null,
  }
}

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

function inState(state: ListScopedKeysQuery['state']): Prisma.ScopedKeyWhereInput {
  const works = { endedAt: null, expiresAt: { gt: new Date() } }
  if (state === 'all') return {}
  return state === 'active' ? works : { NOT: works }
}
