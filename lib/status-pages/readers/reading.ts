import type { ServiceState } from '#lib/providers/service-state'

export const IMPACTS = ['none', 'minor', 'major', 'critical', 'maintenance'] as const
export type Impact = (typeof IMPACTS)[number]

/** What one answer of a status page says, whatever the form it came in. */
export interface StatusReading {
  state: ServiceState
  components: Component[]
  incidents: Incident[]
}

export interface Component {
  name: string
  state: ServiceState
}

export interface Incident {
  /** The page's own id, unique on that page. */
  externalId: string
  title: string
  impact: Impact
  /** The page's own word in lower case: `investigating`, `monitoring`, `resolved`. */
  status: string
  /** Null where the page names none that is a web address. */
  url: string | null
  /** Empty where the page does not say which; then all may be meant. */
  components: string[]
  startedAt: Date
  updatedAt: Date
  resolvedAt?: Date
}

/** From worst to best; what nobody could read weighs least. */
const WORST_FIRST: readonly ServiceState[] = ['outage', 'degraded', 'maintenance', 'operational', 'unknown']

export function worstOf(states: readonly ServiceState[]): ServiceState {
  return WORST_FIRST.find((state) => states.includes(state)) ?? 'unknown'
}

/** What an incident makes of the service while it lasts. One that is only watched, its cause mended, is no outage any more. */
export function stateOfIncident({ impact, status, resolvedAt }: Pick<Incident, 'impact' | 'status' | 'resolvedAt'>) {
  if (resolvedAt || impact === 'none') return 'operational'
  if (impact === 'maintenance') return 'maintenance'
  return impact === 'minor' || status === 'monitoring' ? 'degraded' : 'outage'
}
