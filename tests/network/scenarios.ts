import type { Zone } from './start-dns.ts'

/** A network of its own: what its resolver says, what another one says, and which hosts are there. */
export interface Scenario {
  resolver: { zone: Zone; other?: 'nxdomain' | 'servfail' | 'silent' }
  /** The resolver to compare with. */
  compare?: Zone
  /** Commands of iproute2, run first. */
  routes?: string[]
  /** Addresses at which a host of the lab answers on port 443; default all of `HOSTS`. */
  up?: string[]
}

/** Outside addresses, so that the rules for private ones stay out of it; the namespace has no way out. */
export const HOSTS = { openai: '162.159.140.245', control: '104.16.132.229', ipv6: '2606:4700::6810:84e5' }
export const RESOLVER = '127.0.0.53'
export const OTHER_RESOLVER = '9.9.9.9'
const OPENAI = 'api.openai.com'
const CONTROL = 'control.example.com'
const here: Zone = { [OPENAI]: { a: HOSTS.openai }, [CONTROL]: { a: HOSTS.control } }
const onlyControl: Zone = { [CONTROL]: { a: HOSTS.control } }

/** A link whose other end is not whom the packets are for: it drops them, as a firewall does that says nothing. */
function lostWithoutAWord(...addresses: string[]): string[] {
  const family = (address: string) => (address.includes(':') ? '-6 ' : '')
  return [
    'link add hole type veth peer name end',
    'link set hole up',
    'link set end up',
    ...addresses.flatMap((address) => [
      `${family(address)}route add ${address} dev hole`,
      `${family(address)}neigh add ${address} lladdr 02:00:00:00:00:01 dev hole`,
    ]),
  ]
}

export const SCENARIOS = {
  healthy: { resolver: { zone: here } },
  hiddenName: { resolver: { zone: onlyControl }, compare: here },
  noSuchName: { resolver: { zone: onlyControl }, compare: {} },
  resolverFails: { resolver: { zone: { ...onlyControl, [OPENAI]: 'servfail' } }, compare: here },
  resolverIsSilent: { resolver: { zone: {}, other: 'silent' } },
  sinkhole: { resolver: { zone: { ...here, [OPENAI]: { a: '0.0.0.0' } } }, compare: here },
  rewrittenToPrivate: { resolver: { zone: { ...here, [OPENAI]: { a: '10.20.30.40' } } }, compare: here },
  deadIpv6: {
    resolver: { zone: { ...here, [OPENAI]: { a: HOSTS.openai, aaaa: HOSTS.ipv6 } } },
    routes: [`-6 route add unreachable ${HOSTS.ipv6}/128`],
    up: [HOSTS.openai, HOSTS.control],
  },
  silentIpv6: {
    resolver: { zone: { ...here, [OPENAI]: { a: HOSTS.openai, aaaa: HOSTS.ipv6 } } },
    // With an address of its own on that link, IPv6 comes first, and costs what one dead address may cost.
    routes: [...lostWithoutAWord(HOSTS.ipv6), '-6 addr add 2606:4700::2/64 dev hole nodad'],
    up: [HOSTS.openai, HOSTS.control],
  },
  onlyDeadIpv6: {
    resolver: { zone: { ...here, [OPENAI]: { aaaa: HOSTS.ipv6 } } },
    routes: [`-6 route add unreachable ${HOSTS.ipv6}/128`],
    up: [HOSTS.control],
  },
  dropped: {
    resolver: { zone: here },
    routes: lostWithoutAWord(HOSTS.openai),
    up: [HOSTS.control],
  },
  allDropped: {
    resolver: { zone: here },
    routes: lostWithoutAWord(HOSTS.openai, HOSTS.control),
    up: [],
  },
  noRoute: { resolver: { zone: here }, up: [] },
  prohibited: {
    resolver: { zone: here },
    routes: [`route add prohibit ${HOSTS.openai}/32`],
    up: [HOSTS.control],
  },
  nothingListens: { resolver: { zone: here }, routes: [`addr add ${HOSTS.openai}/32 dev lo`], up: [HOSTS.control] },
} satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof SCENARIOS
