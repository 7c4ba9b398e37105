import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Context } from '#lib/context'
import { publicCatalog } from '#lib/providers/public-catalog'
import type { ListedProvider } from './schema.ts'

/** The catalogue, in the order in which a person reads it, with how many keys of each the caller sees. */
export async function listProviders(ctx: Context): Promise<{ items: ListedProvider[]; nextCursor: null }> {
  const grant = await authorize(ctx, 'provider.list')
  const groups = await read(grant).key.groupBy({
    by: ['provider'],
    where: { environmentId: seenEnvironments(ctx.actor), deletedAt: null },
    _count: { _all: true },
  })
  const counts = new Map(groups.map(({ provider, _count }) => [provider, _count._all]))
  const items = publicCatalog.map((provider) => ({ ...provider, keyCount: counts.get(provider.id) ?? 0 }))
  return { items, nextCursor: null }
}
