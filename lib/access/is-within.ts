import ipaddr from 'ipaddr.js'

/** Whether an address is one of these, or in one of these ranges; any is where none is named. Unknown addresses are in none. */
export function isWithin(ranges: readonly string[], address: string | null): boolean {
  if (ranges.length === 0) return true
  if (!address || !ipaddr.isValid(address)) return false
  const asked = ipaddr.process(address)
  return ranges.some((range) => {
    const [network, bits] = range.includes('/') ? ipaddr.parseCIDR(range) : asRange(range)
    return network.kind() === asked.kind() && asked.match([network, bits] as [ipaddr.IPv4, number])
  })
}

function asRange(address: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const parsed = ipaddr.process(address)
  return [parsed, parsed.kind() === 'ipv4' ? 32 : 128]
}
