import type { StatusFeed } from '#lib/providers/provider'
import type { ServiceState } from '#lib/providers/service-state'
import { type Component, type Incident, stateOfIncident, worstOf } from './readers/reading.ts'

/** A page as it was last read, and how the reading went since. */
export interface KeptPage {
  state: ServiceState
  components: Component[]
  readAt: Date | null
  changedAt: Date | null
  failingSince: Date | null
  problem: string | null
  incidents: Incident[]
}

/** What a provider says of itself, as far as it is known now. */
export interface ProviderStatus {
  state: ServiceState
  /** Since when it is so, as far as Claviger saw it. */
  since: Date | null
  /** When the page last answered readably; what is said here is as of then. */
  asOf: Date | null
  /** Why the state is unknown, as a sentence. */
  problem: string | null
  /** Those that may concern this provider's API, open ones first. */
  incidents: Incident[]
}

/** A little longer than the longest wait between two readings: what is older is not about now. */
export const STALE_MS = 45 * 60_000

/**
 * The part of a page that concerns one provider, now. A page that cannot be read, or was not read for long, is unknown:
 * what it said before is kept with its time, and is no sign of health.
 */
export function providerStatus(feed: StatusFeed, page: KeptPage | undefined, now: Date): ProviderStatus {
  if (!page?.readAt)
    return {
      state: 'unknown',
      since: page?.failingSince ?? null,
      asOf: null,
      problem: page?.problem ?? 'The status page was not read yet.',
      incidents: [],
    }
  const incidents = page.incidents.filter((each) => concerns(feed, each))
  const known = { asOf: page.readAt, incidents }
  if (page.failingSince) return { ...known, state: 'unknown', since: page.failingSince, problem: page.problem }
  if (now.getTime() - page.readAt.getTime() > STALE_MS)
    return { ...known, state: 'unknown', since: page.readAt, problem: 'The status page was not read since.' }
  const state = stateFor(feed, page, incidents)
  const first = Math.min(
    ...incidents.filter(({ resolvedAt }) => !resolvedAt).map(({ startedAt }) => startedAt.getTime()),
  )
  const since = state === page.state ? page.changedAt : Number.isFinite(first) ? new Date(first) : null
  return { ...known, state, since, problem: null }
}

function concerns({ components }: StatusFeed, incident: Incident): boolean {
  if (!components || incident.components.length === 0) return true
  return [...incident.components, incident.title].some((name) => components.test(name))
}

/** Names of components age: where none is known again, or nothing is named at all, the page as a whole speaks. */
function stateFor(feed: StatusFeed, page: KeptPage, incidents: Incident[]): ServiceState {
  if (!feed.components) return page.state
  const own = page.components.filter(({ name }) => feed.components?.test(name))
  const isTold = page.components.length > 0 ? own.length > 0 : page.incidents.some(({ resolvedAt }) => !resolvedAt)
  if (!isTold) return page.state
  const seen = own.length > 0 ? own.map(({ state }) => state) : (['operational'] as const)
  return worstOf([...seen, ...incidents.map(stateOfIncident)])
}
