import ipaddr from 'ipaddr.js'

/** The network that a caller comes from, which limits and sums are kept by: /24 of IPv4, /48 of IPv6. */
export function prefixOf(address: string | null): string {
  if (!address || !ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv6) {
    return `${parsed.parts
      .slice(0, 3)
      .map((part) => part.toString(16))
      .join(':')}::/48`
  }
  return `${parsed.octets.slice(0, 3).join('.')}.0/24`
}
