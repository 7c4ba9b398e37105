import type { Grant } from '#lib/access/authorize'
import { resolveProvider } from '#lib/custom-providers/resolve-provider'
import { invalid } from '#lib/errors'
import { parseUrl } from '#lib/outbound/check-url'
import type { Provider } from '#lib/providers/provider'

/**
 * The provider of this id; `invalid` for one that is not in the catalogue, or a base URL that is none. Whether it may be
 * called is judged at every call, as `target_not_allowed`: the operator's rule may change after a key was stored.
 */
export async function requireProvider(grant: Grant, id: string, baseUrl: string | null | undefined): Promise<Provider> {
  const provider = await resolveProvider(grant, id)
  if (!provider) throw invalid('provider', 'There is no provider of this id. GET /api/v1/providers lists them.')
  if (!provider.baseUrl && !baseUrl) {
    throw invalid('baseUrl', `${provider.name} has no address of its own: give the base URL of your server.`)
  }
  const parsed = baseUrl ? parseUrl(baseUrl) : null
  if (parsed && 'refused' in parsed) throw invalid('baseUrl', parsed.refused)
  return provider
}
