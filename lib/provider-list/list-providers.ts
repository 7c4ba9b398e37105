import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Context } from '#lib/context'
import { listCustomProviders } from '#lib/custom-providers/list-custom-providers'
import { toProvider } from '#lib/custom-providers/to-provider'
import { publicCatalog, toPublicProvider } from '#lib/providers/public-catalog'
import type { ListedProvider } from './schema.ts'

/** Servers of the team's own, then the catalogue in the order in which a person reads it, with how many keys of each the caller sees. */
export async function listProviders(ctx: Context): Promise<{ items: ListedProvider[]; nextCursor: null }> {
  const grant = await authorize(ctx, 'provider.list')
  const [groups, custom] = await Promise.all([
    read(grant).key.groupBy({
      by: ['provider'],
      where: { environmentId: seenEnvironments(ctx.actor), deletedAt: null },
      _count: { _all: true },
    }),
    listCustomProviders(grant),
  ])
  const counts = new Map(groups.map(({ provider, _count }) => [provider, _count._all]))
  const known = publicCatalog.map((provider) => ({ ...provider, custom: null }))
  const own = custom.map((one) => ({ ...toPublicProvider(toProvider(one)), custom: one }))
  const items = [...own, ...known].map((provider) => ({ ...provider, keyCount: counts.get(provider.id) ?? 0 }))
  return { items, nextCursor: null }
}
