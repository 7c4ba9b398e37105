import { companyOf } from '#lib/providers/company-of'
import type { Provider } from '#lib/providers/provider'
import type { ProviderStatus } from './provider-status.ts'
import type { StatusPage } from './schema.ts'

/** Of one provider. */
const SHOWN = 20
const NOT_WATCHED: ProviderStatus = { state: 'unknown', since: null, asOf: null, problem: null, incidents: [] }

/** What a provider says of itself, as everybody may read it; without a status it publishes none that a program reads. */
export function toStatusPage(provider: Provider, status: ProviderStatus | undefined): StatusPage {
  const { id, links } = provider
  const { incidents, since, asOf, ...rest } = status ?? NOT_WATCHED
  return {
    provider: id,
    name: companyOf(provider),
    page: links.statusPage ?? null,
    isWatched: status !== undefined,
    ...rest,
    since: since?.toISOString() ?? null,
    asOf: asOf?.toISOString() ?? null,
    incidents: incidents.slice(0, SHOWN).map(({ externalId, startedAt, updatedAt, resolvedAt, ...incident }) => ({
      ...incident,
      id: externalId,
      startedAt: startedAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      resolvedAt: resolvedAt?.toISOString() ?? null,
    })),
  }
}

export function withOpenOnly(page: StatusPage): StatusPage {
  return { ...page, incidents: page.incidents.filter(({ resolvedAt }) => !resolvedAt) }
}
