import { catalog } from '#lib/providers/catalog'
import type { Provider, StatusFeed } from '#lib/providers/provider'

/** One feed and the providers that it speaks for: GitHub's two kinds of token share one. */
export interface WatchedFeed {
  url: string
  kind: StatusFeed['kind']
  providers: { id: string; feed: StatusFeed }[]
}

export function watchedFeeds(providers: readonly Pick<Provider, 'id' | 'status'>[] = catalog): WatchedFeed[] {
  const watched = providers.flatMap(({ id, status }) => (status ? [{ id, feed: status }] : []))
  return [...Map.groupBy(watched, ({ feed }) => feed.url)].map(([url, sharing]) => {
    return { url, kind: sharing[0]?.feed.kind ?? 'statuspage', providers: sharing }
  })
}
