import ipaddr from 'ipaddr.js'
import { entryMatchesAddress, entryMatchesHost } from './allow-entry.ts'
import type { OutboundPolicy } from './policy.ts'

export type AddressCheck = { refused: string } | { address: string }

/** Cloud metadata services that stand outside the link-local range. Nobody may open them. */
const METADATA = new Set([
  '100.100.100.200', // Alibaba Cloud
  '168.63.129.16', // Azure WireServer
  'fd00:ec2::254', // AWS
  'fd20:ce::254', // Google Cloud
  'fd00:42::42', // Scaleway
])
const OPENABLE = new Set(['loopback', 'private', 'carrierGradeNat', 'uniqueLocal'])
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether a connection to this very address may be opened for this host and port.
 * Public addresses are; private ones when the operator listed them; link-local and metadata never.
 */
export function checkAddress(
  text: string,
  target: { host: string; port: number; secure: boolean },
  policy: Pick<OutboundPolicy, 'allow'>,
): AddressCheck {
  if (!ipaddr.isValid(text)) return { refused: 'The name resolves to something that is not an address.' }
  const address = ipaddr.process(text)
  const written = address.toString()
  const range = address.range()
  if (range === 'linkLocal' || METADATA.has(written))
    return { refused: `${written} is a link-local or cloud metadata address. Claviger never connects to those.` }
  const isPublic = isGlobalUnicast(address)
  if (!isPublic && !OPENABLE.has(range))
    return { refused: `${written} is in a reserved range (${range}). Claviger does not connect to it.` }
  const listed = policy.allow.some(
    (entry) => entryMatchesHost(entry, target.host, target.port) || entryMatchesAddress(entry, address, target.port),
  )
  if (!isPublic && !listed)
    return {
      refused: `${written} is a private or loopback address. An operator can allow it with CLAVIGER_OUTBOUND_ALLOW=${written}.`,
    }
  if (!target.secure && !listed)
    return {
      refused: `Plain http is accepted only for addresses in CLAVIGER_OUTBOUND_ALLOW, and ${written} is not. Use https.`,
    }
  return { address: written }
}

/** Whether this is an address of this machine or its own network, rather than of the internet. */
export function isLocalAddress(text: string): boolean {
  return ipaddr.isValid(text) && !isGlobalUnicast(ipaddr.process(text))
}

function isGlobalUnicast(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return address.range() === 'unicast' && (address.kind() === 'ipv4' || address.match(GLOBAL_UNICAST))
}
