import { isIP, type Socket } from 'node:net'
import type { Target } from './check-url.ts'
import { connect } from './connect.ts'
import type { Limits } from './limits.ts'
import { openTunnel } from './open-tunnel.ts'
import type { OutboundPolicy } from './policy.ts'
import type { OutboundProxy } from './proxy.ts'
import { readChain } from './read-chain.ts'
import { resolve } from './resolve.ts'
import { shakeHands, startTls, tlsOptions } from './start-tls.ts'
import { codeOf, Stopped } from './stopped.ts'
import { takeTurn } from './take-turn.ts'
import type { Trace } from './trace.ts'
import { trust } from './trust.ts'
import { vet } from './vet.ts'

export interface Route {
  target: Target
  proxy?: OutboundProxy
  policy: OutboundPolicy
  limits: Limits
  /** What is left of the whole exchange's time. */
  leftMs: () => number
  report: (trace: Trace) => void
}

export interface Connection {
  socket: Socket
  remoteAddress?: string
}

/** Opens the way to the target: name, address, proxy, TLS, each checked and reported before the next begins. */
export async function openConnection(route: Route): Promise<Connection> {
  const { target, policy, limits, report } = route
  const addresses = await findAddresses(route)
  const plain = await openPlain(route, addresses)
  const { remoteAddress } = plain
  const { host, literal, secure } = target
  if (!secure) {
    report({ stage: 'tls', status: 'skipped', skipped: 'plain_http', durationMs: 0, servername: host, chain: [] })
    return { socket: plain, remoteAddress }
  }
  const context = trust(policy.extraCaCerts)
  const limitMs = Math.min(limits.tlsMs, route.leftMs())
  const readAgain = async () => {
    const silent: Route = { ...route, report: () => {} }
    const socket = await openPlain(silent, remoteAddress ? [remoteAddress] : addresses)
    return readChain(socket, tlsOptions({ host, literal, context }), Math.min(limits.tlsMs, route.leftMs()))
  }
  await takeTurn()
  const socket = await startTls(plain, { host, literal, context, limitMs, readChain: readAgain }, report)
  return { socket, remoteAddress }
}

/** The target's own addresses, vetted; or the proxy's, which the operator chose: then the target's name goes unresolved. */
async function findAddresses({ target, proxy, policy, limits, leftMs, report }: Route): Promise<string[]> {
  const limitMs = Math.min(limits.dnsMs, leftMs())
  const question = proxy
    ? { host: proxy.host, literal: isIP(proxy.host) !== 0, ofProxy: true, limitMs, vet: trusted }
    : { ...target, ofProxy: false, limitMs, vet: (found: string[]) => vet(found, target, policy) }
  return (await resolve(question, report)).addresses
}

function trusted(addresses: string[]) {
  return { addresses }
}

/** A connection over which the target hears us: direct, or through a tunnel. A proxy takes plain http without a tunnel. */
async function openPlain(route: Route, addresses: string[]): Promise<Socket> {
  const { target, proxy, limits, leftMs, report } = route
  const port = proxy?.port ?? target.port
  const socket = await connect({ addresses, port, ofProxy: !!proxy }, Math.min(limits.tcpMs, leftMs()), report)
  if (!proxy) {
    report({ stage: 'proxy', status: 'skipped', skipped: 'no_proxy', durationMs: 0 })
    return socket
  }
  const way = proxy.secure ? await secureProxy(socket, route, proxy) : socket
  if (target.secure) return openTunnel(way, proxy, target, Math.min(limits.proxyMs, leftMs()), report)
  report({ stage: 'proxy', status: 'passed', durationMs: 0, proxy: `${proxy.host}:${proxy.port}` })
  return way
}

/** TLS to the proxy itself. Its failure is the proxy's, whatever the certificate says. */
async function secureProxy(
  socket: Socket,
  { policy, limits, leftMs, report }: Route,
  proxy: OutboundProxy,
): Promise<Socket> {
  const started = performance.now()
  const options = tlsOptions({ host: proxy.host, literal: isIP(proxy.host) !== 0, context: trust(policy.extraCaCerts) })
  try {
    return await shakeHands(socket, options, Math.min(limits.proxyMs, leftMs()))
  } catch (error) {
    const name = `${proxy.host}:${proxy.port}`
    const message = `No TLS connection to the proxy ${name} could be made.`
    const failure = { stage: 'proxy', kind: 'proxy_refused', code: codeOf(error), message } as const
    report({ stage: 'proxy', status: 'failed', durationMs: performance.now() - started, proxy: name, failure })
    throw new Stopped(failure)
  }
}
