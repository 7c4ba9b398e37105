import { authorize } from '#lib/access/authorize'
import type { Context } from '#lib/context'
import { catalog } from '#lib/providers/catalog'
import type { Provider } from '#lib/providers/provider'
import { findProviderStatuses } from './find-provider-statuses.ts'
import type { ProviderStatus } from './provider-status.ts'
import type { ListStatusPagesQuery, StatusPage } from './schema.ts'

const SHOWN = 20
const NOT_WATCHED: ProviderStatus = { state: 'unknown', since: null, asOf: null, problem: null, incidents: [] }

/** What every provider of the catalogue says of itself, in the catalogue's order; or one of them. */
export async function listStatusPages(
  ctx: Context,
  { provider }: ListStatusPagesQuery = {},
): Promise<{ items: StatusPage[]; nextCursor: null }> {
  const grant = await authorize(ctx, 'status.list')
  const asked = catalog.filter(({ id }) => provider === undefined || id === provider)
  const statuses = await findProviderStatuses(grant, asked)
  return { items: asked.map((each) => toStatusPage(each, statuses.get(each.id))), nextCursor: null }
}

function toStatusPage({ id, name, links }: Provider, status: ProviderStatus | undefined): StatusPage {
  const { incidents, since, asOf, ...rest } = status ?? NOT_WATCHED
  return {
    provider: id,
    name,
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
