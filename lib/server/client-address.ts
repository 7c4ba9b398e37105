import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** Finds the caller's address: the socket's, or, through proxies that the operator trusts, the last one they vouch for. */
export function clientAddress(trustedProxies: string[]): (request: IncomingMessage) => string {
  const trusted = new BlockList()
  for (const entry of trustedProxies) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6'
    trusted.addSubnet(address, bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits), family)
  }
  const isTrusted = (address: string) => trusted.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')

  return (request) => {
    let address = plain(request.socket.remoteAddress ?? '')
    const hops = String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .map((hop) => plain(hop.trim()))
    while (isIP(address) && isTrusted(address)) {
      const next = hops.pop()
      if (!next || !isIP(next)) break
      address = next
    }
    return address
  }
}

/** A socket that listens on both families gives IPv4 callers in IPv6 form. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')
