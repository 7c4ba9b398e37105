import type { ServiceState } from '#lib/providers/service-state'

/** What is known beside the key itself when its test begins. Whoever asks for the test hands it in. */
export interface Surroundings {
  /** What the provider says of itself; absent where it publishes nothing that a program reads. */
  status?: KnownStatus | undefined
  otherKeys: OtherKeys
}

export interface KnownStatus {
  state: ServiceState
  /** Since when it is so, as far as it was seen. */
  since: Date | null
  /** When the page last answered readably. */
  asOf: Date | null
  /** Why the state is unknown. */
  problem: string | null
  incidents: readonly KnownIncident[]
}

export interface KnownIncident {
  title: string
  /** `none` where the page itself says that nothing is impaired. */
  impact: string
  status: string
  url: string | null
  components: readonly string[]
  startedAt: Date
  resolvedAt?: Date | undefined
}

/** How other keys at the same address fared in their latest tests, as far as those are recent. Each value counts once. */
export interface OtherKeys {
  paired: number
  lastPairedAt?: Date | undefined
  /** Not accepted, for whatever reason. */
  failing: number
  lastFailedAt?: Date | undefined
  /** Those among the failing ones for which the provider itself failed. */
  inOutage: number
}

export const NO_OTHER_KEYS: OtherKeys = { paired: 0, failing: 0, inOutage: 0 }
/** One other key may share this one's bad luck. */
const ENOUGH_KEYS = 2

/** What impairs the service now, by the provider's own word. */
export function openIncidents(status: KnownStatus | undefined): KnownIncident[] {
  return (status?.incidents ?? []).filter(({ resolvedAt, impact }) => !resolvedAt && impact !== 'none')
}

/** Open incidents that are about signing in or about keys. */
export function authenticationIncidents(status: KnownStatus | undefined): KnownIncident[] {
  const words =
    /\b(auth|authenticat\w*|authori[sz]\w*|api[ -]keys?|log[ -]?ins?|sign[ -]?ins?|sso|oauth|credentials?|access tokens?)\b/i
  return openIncidents(status).filter(({ title, components }) =>
    [title, ...components].some((text) => words.test(text)),
  )
}

/** Sentences for what bears out that the provider itself fails; none where nothing does. */
export function outageEvidence(name: string, { status, otherKeys }: Surroundings): string[] {
  const isImpaired = status && ['degraded', 'outage', 'maintenance'].includes(status.state)
  return [
    ...(isImpaired ? [`${name}’s status page bears that out: ${sayStatus(name, status)}`] : []),
    ...(otherKeys.inOutage >= ENOUGH_KEYS
      ? [`${otherKeys.inOutage} other keys got the same answer within the last half hour.`]
      : []),
  ]
}

const SAID: Record<Exclude<ServiceState, 'unknown'>, string> = {
  operational: 'reports that it works',
  degraded: 'reports degraded service',
  outage: 'reports an outage',
  maintenance: 'reports maintenance',
}

/** What the provider says of itself, in a sentence with its time. */
export function sayStatus(name: string, status: KnownStatus): string {
  const { state, asOf, since, problem } = status
  if (state === 'unknown')
    return `What ${name} says of itself is not known${since ? ` since ${since.toISOString()}` : ''}. ${problem ?? ''}`.trim()
  const told = openIncidents(status).slice(0, 3).map(sayIncident).join('; ')
  const time = asOf ? `, as of ${asOf.toISOString()}` : ''
  return `${name} ${SAID[state]}${told ? `: ${told}` : ''}${time}.`
}

export function sayIncident({ title, startedAt, status }: KnownIncident): string {
  return `“${title}” (${status.replaceAll('_', ' ')}, since ${startedAt.toISOString()})`
}

/** How other keys fare, in sentences; empty where none was tested lately. */
export function sayOtherKeys(
  { paired, lastPairedAt, failing, lastFailedAt, inOutage }: OtherKeys,
  now: Date,
): string[] {
  const ago = (at: Date | undefined) => {
    const minutes = at ? Math.max(0, Math.round((now.getTime() - at.getTime()) / 60_000)) : 0
    return minutes === 0 ? 'less than a minute ago' : `${minutes} min ago`
  }
  const count = (keys: number, rest: string, plural = rest) =>
    `${keys} other key${keys === 1 ? ` ${rest}` : `s ${plural}`}`
  return [
    ...(failing > 0
      ? [
          `${count(failing, 'of this provider fails too', 'of this provider fail too')}, the last ${ago(lastFailedAt)}${inOutage > 0 ? ` (${inOutage} because the provider itself failed)` : ''}.`,
        ]
      : []),
    ...(paired > 0 ? [`${count(paired, 'of this provider paired')}, the last ${ago(lastPairedAt)}.`] : []),
  ]
}
