import { entryMatchesHost } from './allow-entry.ts'
import type { Target } from './check-url.ts'
import type { OutboundPolicy } from './policy.ts'

/** A proxy gets names unresolved, so no address can vouch for plain http: the name itself must be listed. */
export function refuseThroughProxy(target: Target, policy: Pick<OutboundPolicy, 'allow'>): string | null {
  const listed = policy.allow.some((entry) => entryMatchesHost(entry, target.host, target.port))
  if (target.secure || target.literal || listed) return null
  return `Plain http through a proxy is accepted only for host names in CLAVIGER_OUTBOUND_ALLOW, and ${target.host} is not. Use https.`
}
