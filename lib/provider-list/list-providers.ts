import { authorize } from '#lib/access/authorize'
import type { Context } from '#lib/context'
import { publicCatalog } from '#lib/providers/public-catalog'
import type { PublicProvider } from '#lib/providers/public-provider'

/** The catalogue, in the order in which a person reads it. */
export async function listProviders(ctx: Context): Promise<{ items: PublicProvider[]; nextCursor: null }> {
  await authorize(ctx, 'provider.list')
  return { items: [...publicCatalog], nextCursor: null }
}
