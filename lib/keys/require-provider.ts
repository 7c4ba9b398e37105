import { invalid } from '#lib/errors'
import { checkUrl } from '#lib/outbound/check-url'
import { findProvider } from '#lib/providers/catalog'
import type { Provider } from '#lib/providers/provider'
import { runtime } from '#lib/server/runtime'

/** The provider of this id; `invalid` for one that is not in the catalogue, or a base URL that may not be called. */
export function requireProvider(id: string, baseUrl: string | null | undefined): Provider {
  const provider = findProvider(id)
  if (!provider) throw invalid('provider', 'There is no provider of this id. GET /api/v1/providers lists them.')
  if (!provider.baseUrl && !baseUrl) {
    throw invalid('baseUrl', `${provider.name} has no address of its own: give the base URL of your server.`)
  }
  const check = baseUrl ? checkUrl(baseUrl, 'custom', runtime().outbound) : null
  if (check && 'refused' in check) throw invalid('baseUrl', check.refused)
  return provider
}
