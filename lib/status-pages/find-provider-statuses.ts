import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Provider } from '#lib/providers/provider'
import { toKeptPage } from './kept-page.ts'
import { type ProviderStatus, providerStatus } from './provider-status.ts'

const RECENT_MS = 14 * 24 * 60 * 60_000
/** Of one page; far more than were ever open at once. */
const MOST_INCIDENTS = 100

/** What these providers say of themselves, by their id; nothing for those that publish nothing. One query, however many. */
export async function findProviderStatuses(
  grant: Grant,
  providers: readonly Pick<Provider, 'id' | 'status'>[],
  now = new Date(),
): Promise<Map<string, ProviderStatus>> {
  const watched = providers.flatMap(({ id, status }) => (status ? [{ id, feed: status }] : []))
  if (watched.length === 0) return new Map()
  const rows = await read(grant).statusPage.findMany({
    where: { url: { in: [...new Set(watched.map(({ feed }) => feed.url))] } },
    include: {
      incidents: {
        where: { OR: [{ resolvedAt: null }, { resolvedAt: { gte: new Date(now.getTime() - RECENT_MS) } }] },
        orderBy: { startedAt: 'desc' },
        take: MOST_INCIDENTS,
      },
    },
  })
  const pages = new Map(rows.map((row) => [row.url, toKeptPage(row)]))
  return new Map(watched.map(({ id, feed }) => [id, providerStatus(feed, pages.get(feed.url), now)]))
}
