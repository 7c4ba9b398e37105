import type { ServiceState } from '#lib/providers/service-state'
import { type KeptPage, providerStatus } from './provider-status.ts'
import type { Incident } from './readers/reading.ts'
import type { WatchedFeed } from './watched-feeds.ts'

/** What became different for one provider between two readings of its page. */
export interface StatusChange {
  provider: string
  page: string
  from: ServiceState
  to: ServiceState
  at: Date
  opened: Incident[]
  resolved: Incident[]
}

/** One change for each provider of the page for which anything did; what merely got a new wording is none. */
export function changesOf(feed: WatchedFeed, before: KeptPage, after: KeptPage, now: Date): StatusChange[] {
  return feed.providers.flatMap(({ id, feed: own }) => {
    const [then, since] = [providerStatus(own, before, now), providerStatus(own, after, now)]
    const wasOpen = openIn(then.incidents)
    const isOpen = openIn(since.incidents)
    const opened = since.incidents.filter(({ externalId }) => isOpen.has(externalId) && !wasOpen.has(externalId))
    const resolved = since.incidents.filter(({ externalId }) => wasOpen.has(externalId) && !isOpen.has(externalId))
    const isDifferent = then.state !== since.state || opened.length > 0 || resolved.length > 0
    return isDifferent
      ? [{ provider: id, page: feed.url, from: then.state, to: since.state, at: now, opened, resolved }]
      : []
  })
}

function openIn(incidents: Incident[]): Set<string> {
  return new Set(incidents.filter(({ resolvedAt }) => !resolvedAt).map(({ externalId }) => externalId))
}
