import { authorize } from '#lib/access/authorize'
import type { Context } from '#lib/context'
import { listCustomProviders } from '#lib/custom-providers/list-custom-providers'
import { toProvider } from '#lib/custom-providers/to-provider'
import { publicCatalog, toPublicProvider } from '#lib/providers/public-catalog'
import type { PublicProvider } from '#lib/providers/public-provider'

/** What a form offers to choose from: the catalogue, then the servers of the team's own. */
export async function listPublicProviders(ctx: Context): Promise<PublicProvider[]> {
  const grant = await authorize(ctx, 'provider.list')
  const custom = await listCustomProviders(grant)
  return [...publicCatalog, ...custom.map((one) => toPublicProvider(toProvider(one)))]
}
