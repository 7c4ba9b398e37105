import { authorize } from '#lib/access/authorize'
import type { Context } from '#lib/context'
import { catalog } from '#lib/providers/catalog'
import { findProviderStatuses } from './find-provider-statuses.ts'
import { isAbout } from './is-about.ts'
import type { ListStatusPagesQuery, StatusPage } from './schema.ts'
import { toStatusPage, withOpenOnly } from './to-status-page.ts'

/** What every provider of the catalogue says of itself, in the catalogue's order; or one of them. */
export async function listStatusPages(
  ctx: Context,
  { provider, baseUrl, incidents = 'recent' }: ListStatusPagesQuery = {},
): Promise<{ items: StatusPage[]; nextCursor: null }> {
  const grant = await authorize(ctx, 'status.list')
  const asked = catalog.filter((each) => {
    return (provider ?? each.id) === each.id && (baseUrl === undefined || isAbout(each, baseUrl))
  })
  const statuses = await findProviderStatuses(grant, asked)
  const items = asked.map((each) => toStatusPage(each, statuses.get(each.id)))
  return { items: incidents === 'open' ? items.map(withOpenOnly) : items, nextCursor: null }
}
