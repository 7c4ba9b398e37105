import { companyOf } from '#lib/providers/company-of'
import { hostsOf } from '#lib/providers/owner-of-host'
import type { Verdict } from '#lib/providers/verdict'
import type { PairingResult } from '../schema.ts'
import { contactMessage, type Tested } from './contact-message.ts'
import type { ContactRole, Facts } from './facts.ts'
import { verdictTexts } from './verdict-texts.ts'

const WHO: Record<ContactRole, (facts: Facts) => string> = {
  nobody: () => 'Nobody',
  key_owner: () => 'The key’s owner',
  billing_owner: ({ provider }) => `Whoever pays for the account at ${companyOf(provider)}, then its support`,
  provider_support: ({ provider }) => `${companyOf(provider)} support`,
  network_team: () => 'Your network team',
  application_owner: () => 'The application’s owner',
  server_owner: ({ host }) => `Whoever runs ${host}`,
  operator: () => 'The operator of Claviger',
}

/** Where somebody else than usual can help. */
const WHY: Partial<Record<ContactRole, string>> = {
  network_team:
    'A public provider does not answer like this by itself: a device or a resolver of this network is in between.',
  server_owner: 'The server behind this address is not the provider’s own.',
}

/** Whom to write to, why, and a message that is ready to send. */
export function contactFor(facts: Facts, tested: Tested): PairingResult['contact'] {
  const text = verdictTexts[facts.verdict]
  const message = text.contact === 'nobody' ? '' : contactMessage(facts, tested, text.ask(facts))
  const role = roleFor(text.contact, facts)
  const why = (role !== text.contact && WHY[role]) || text.why(facts)
  return { who: WHO[role](facts).slice(0, 200), why: why.slice(0, 2000), message }
}

/** A public provider's certificate and port are sound as good as always: what is wrong with them comes from the way there. */
const OF_THE_WAY: readonly Verdict[] = ['tls_name_mismatch', 'tls_protocol', 'tls_chain_incomplete']

/** On this very machine no network is in between. */
const OF_A_SERVICE: readonly Verdict[] = ['tcp_refused', 'tcp_timeout', 'connection_reset']
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i

function roleFor(role: ContactRole, facts: Facts): ContactRole {
  const isPublic = isOfProvider(facts)
  if (role === 'network_team' && OF_A_SERVICE.includes(facts.verdict) && LOOPBACK.test(facts.host))
    return 'server_owner'
  if (role === 'provider_support' && !isPublic) return 'server_owner'
  return role === 'server_owner' && isPublic && OF_THE_WAY.includes(facts.verdict) ? 'network_team' : role
}

/** A server of one's own, or a gateway, is nothing that the provider's support can look at. */
function isOfProvider({ provider, host }: Facts): boolean {
  const name = host.replace(/:\d+$/, '')
  return host === '' || hostsOf(provider).includes(name) || (provider.address?.hosts?.test(name) ?? false)
}
