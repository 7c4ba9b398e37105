import { companyOf } from '#lib/providers/company-of'
import type { Provider } from '#lib/providers/provider'
import type { PairingStage } from '../schema.ts'
import {
  type KnownStatus,
  NO_OTHER_KEYS,
  type OtherKeys,
  openIncidents,
  type Surroundings,
  sayOtherKeys,
  sayStatus,
} from '../surroundings.ts'

interface StatusFacts {
  provider: Provider
  surroundings?: Surroundings | undefined
  /** The provider's page is about the address that was asked. */
  hasStatus: boolean
  /** The provider accepted the key: whatever it reports did not keep it from that. */
  isAccepted: boolean
  now: Date
}

/** What the provider says about itself, and how other keys of it fare. It colours no verdict on the key. */
export function statusStage(facts: StatusFacts): PairingStage {
  const { provider, surroundings, now } = facts
  const { status, otherKeys = NO_OTHER_KEYS } = surroundings ?? {}
  const page = provider.links.statusPage
  return {
    stage: 'status',
    status: judge(facts, status, otherKeys),
    durationMs: 0,
    summary: [saySelf(facts, status), ...sayOtherKeys(otherKeys, now)].join(' '),
    evidence: {
      ...(page && { statusPage: page }),
      ...(status && describe(status)),
      ...(otherKeys.paired + otherKeys.failing > 0 && { otherKeys: describeOthers(otherKeys) }),
    },
  }
}

function judge(
  { isAccepted }: StatusFacts,
  status: KnownStatus | undefined,
  others: OtherKeys,
): PairingStage['status'] {
  if (status?.state === 'outage') return isAccepted ? 'warned' : 'failed'
  if (status?.state === 'degraded' || status?.state === 'maintenance') return 'warned'
  if (others.inOutage > 1) return 'warned'
  return status?.state === 'operational' ? 'passed' : 'skipped'
}

function saySelf({ provider, hasStatus }: StatusFacts, status: KnownStatus | undefined): string {
  const { links } = provider
  const name = companyOf(provider)
  if (!provider.status)
    return links.statusPage
      ? `${name} publishes no status that a program can read; for people there is ${links.statusPage}`
      : `${name} publishes no status page.`
  if (!hasStatus) return `${name}’s status page says nothing about this address.`
  return status ? sayStatus(name, status) : `What ${name} says of itself was not looked at.`
}

function describe(status: KnownStatus): PairingStage['evidence'] {
  const { state, since, asOf, problem } = status
  return {
    state,
    ...(since && { since: since.toISOString() }),
    ...(asOf && { asOf: asOf.toISOString() }),
    ...(problem && { problem }),
    incidents: openIncidents(status)
      .slice(0, 5)
      .map((incident) => ({
        title: incident.title,
        status: incident.status,
        since: incident.startedAt.toISOString(),
        ...(incident.components.length > 0 && { affects: incident.components.join(', ') }),
        ...(incident.url && { page: incident.url }),
      })),
  }
}

function describeOthers({ paired, failing, inOutage, lastPairedAt, lastFailedAt }: OtherKeys) {
  return {
    paired,
    failing,
    failingByProviderOutage: inOutage,
    ...(lastPairedAt && { lastPairedAt: lastPairedAt.toISOString() }),
    ...(lastFailedAt && { lastFailedAt: lastFailedAt.toISOString() }),
  }
}
