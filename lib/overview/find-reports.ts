import type { Grant } from '#lib/access/authorize'
import { findProvider } from '#lib/providers/catalog'
import { findProviderStatuses } from '#lib/status-pages/find-provider-statuses'
import { isAbout } from '#lib/status-pages/is-about'
import type { StatusPage } from '#lib/status-pages/schema'
import { toStatusPage, withOpenOnly } from '#lib/status-pages/to-status-page'

interface Placed {
  id: string
  provider: string
  baseUrl: string | null
}

/**
 * For these keys, what their providers report: null where all is well, nothing is known, or the key goes to another
 * address than the provider's own. One query.
 */
export async function findReports(grant: Grant, keys: Placed[]): Promise<(key: Placed) => StatusPage | null> {
  const placed = keys.flatMap(({ id, provider: providerId, baseUrl }) => {
    const provider = findProvider(providerId)
    return provider && isAbout(provider, baseUrl) ? [{ id, provider }] : []
  })
  const providers = [...new Set(placed.map(({ provider }) => provider))]
  const statuses = await findProviderStatuses(grant, providers)
  const reports = new Map(
    placed.flatMap(({ id, provider }) => {
      const page = withOpenOnly(toStatusPage(provider, statuses.get(provider.id)))
      const isTelling = page.state !== 'operational' && page.state !== 'unknown'
      return isTelling || page.incidents.length > 0 ? [[id, page] as const] : []
    }),
  )
  return ({ id }) => reports.get(id) ?? null
}
