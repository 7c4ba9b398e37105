import { Resolver } from 'node:dns/promises'
import { type Exchange, exchange } from './exchange.ts'
import { LIMITS } from './limits.ts'
import type { OutboundPolicy } from './policy.ts'
import { codeOf } from './stopped.ts'
import type { FailureKind, NetworkFailure } from './trace.ts'

/** What else this machine can reach, asked only to explain a failure. */
export interface Probes {
  controls: ControlProbe[]
  resolvers: ResolverProbe[]
}

export interface ControlProbe {
  host: string
  /** Any HTTP answer at all, over trusted TLS. */
  reached: boolean
  failure?: NetworkFailure
  clockSkewMs?: number
  /** Who signed the topmost certificate that the host showed from here. */
  topIssuer?: string
}

export interface ResolverProbe {
  resolver: string
  outcome: 'found' | 'not_found' | 'no_answer'
}

export const NO_PROBES: Probes = { controls: [], resolvers: [] }

const TELLING = new Set<FailureKind>([
  'dns_not_found',
  'dns_temporary',
  'unreachable',
  'timeout',
  'reset',
  'refused',
  'proxy_refused',
  'certificate',
  'tls_protocol',
])
const MOST_CONTROLS = 2
const PROBE_LIMITS = {
  ...LIMITS,
  totalMs: 3_000,
  dnsMs: 1_500,
  tcpMs: 1_500,
  proxyMs: 1_500,
  tlsMs: 1_500,
  headersMs: 1_500,
  bodyMs: 200,
  bodyBytes: 1024,
}

/**
 * Asks two control hosts the same way, and other resolvers for the same name, all at once and within three seconds.
 * Nothing is asked where it could not help: after our own refusal (but for a name that was answered with a private
 * address), and for targets on this machine or its network.
 * Names of custom hosts are never sent to other resolvers. `others` are the hosts of the catalogue.
 */
export async function probe(failed: Exchange, policy: OutboundPolicy, others: readonly string[]): Promise<Probes> {
  if (isRewritten(failed)) return { controls: [], resolvers: await askResolvers(failed, policy) }
  if (!failed.failure || failed.local || !TELLING.has(failed.failure.kind)) return NO_PROBES
  const hosts = (policy.controlHosts ?? others).filter((host) => host !== failed.host).slice(0, MOST_CONTROLS)
  const asksNames = failed.failure.stage === 'dns' && failed.target === 'provider' && !failed.viaProxy
  const [controls, resolvers] = await Promise.all([
    Promise.all(hosts.map((host) => askControl(host, policy))),
    asksNames ? askResolvers(failed, policy) : [],
  ])
  return { controls, resolvers }
}

/** The name of a public provider led to an address that no such provider has. */
export function isRewritten({ failure, target, viaProxy, traces }: Exchange): boolean {
  const isRefused = failure?.kind === 'not_allowed' && failure.stage === 'dns'
  return isRefused && target === 'provider' && !viaProxy && traces[0]?.stage === 'dns' && traces[0].addresses.length > 0
}

function askResolvers({ host }: Exchange, { dnsCompare }: OutboundPolicy): Promise<ResolverProbe[]> {
  return Promise.all(dnsCompare.map((resolver) => askResolver(resolver, host)))
}

async function askControl(host: string, policy: OutboundPolicy): Promise<ControlProbe> {
  const request = { method: 'HEAD', url: `https://${host}/`, target: 'custom', secrets: [] } as const
  const { answer, failure, clockSkewMs, traces } = await exchange(request, policy, PROBE_LIMITS)
  const tls = traces.find((trace) => trace.stage === 'tls')
  return { host, reached: answer !== undefined, failure, clockSkewMs, topIssuer: tls?.chain.at(-1)?.issuer }
}

async function askResolver(resolver: string, host: string): Promise<ResolverProbe> {
  try {
    const asking = new Resolver({ timeout: 1_200, tries: 1 })
    asking.setServers([resolver])
    const addresses = await asking.resolve4(host)
    return { resolver, outcome: addresses.length > 0 ? 'found' : 'not_found' }
  } catch (error) {
    const code = codeOf(error)
    return { resolver, outcome: code === 'ENOTFOUND' || code === 'ENODATA' ? 'not_found' : 'no_answer' }
  }
}
