import type { RequestListener } from 'node:http'
import { createKeyring } from './create-keyring.ts'
import { hostileHost, serveHostile, startHostile } from './hostile/start-hostile.ts'
import { startHosts } from './hosts/start-hosts.ts'
import { createStatusPages, type ProviderStatus, type StatusOptions, statusHosts } from './hosts/status-pages.ts'
import { createKeyApis } from './key-apis/serve-key-apis.ts'
import type { RequestLog } from './log-request.ts'
import { providers } from './providers/all.ts'
import { startProxies } from './proxies/start-proxies.ts'
import type { IssueOptions, Scenario } from './scenario.ts'
import { serveHost } from './serve-host.ts'
import { startFaultPorts } from './start-fault-ports.ts'
import { makeLabCertificates } from './tls/lab-certificates.ts'
import { faultHost, startTlsFaults } from './tls/start-tls-faults.ts'

export type Lab = Awaited<ReturnType<typeof startLab>>

/**
 * Starts the simulated providers, proxies and faults on free loopback ports; `stop` ends every one of them.
 * Nothing here knows the product: answers are built from the providers' documentation.
 */
export async function startLab() {
  const requests: RequestLog = []
  const keyring = createKeyring(providers)
  const keyApis = createKeyApis(keyring, requests)
  const status = createStatusPages(requests)
  const speakers = providers.filter((one) => providers.find((other) => other.host === one.host) === one)
  const certificates = makeLabCertificates(['127.0.0.1', 'localhost'])

  const listeners = new Map<string, RequestListener>([
    ...speakers.map((one): [string, RequestListener] => [one.host, serveHost(one, keyring, requests)]),
    ...statusHosts.map((host): [string, RequestListener] => [host, status.listener]),
    [hostileHost, serveHostile(requests)],
  ])
  for (const host of keyApis.hosts) listeners.set(host, keyApis.before(host, listeners.get(host)))
  /** Behind the TLS faults: the provider named by the Host header, else OpenAI. */
  const serveAnyHost = (server: string): RequestListener => {
    const speak = new Map(speakers.map((one) => [one.host, serveHost(one, keyring, requests, server)]))
    const usual = serveHost(keyring.providerOf('openai'), keyring, requests, server)
    return (request, response) => (speak.get(request.headers.host?.split(':')[0] ?? '') ?? usual)(request, response)
  }

  const [hosts, tls, faultPorts, hostile] = await Promise.all([
    startHosts(certificates, listeners),
    startTlsFaults(certificates, serveAnyHost),
    startFaultPorts(),
    startHostile(requests),
  ])
  const loopback = (host: string, port: number) => (['127.0.0.1', 'localhost'].includes(host) ? port : undefined)
  const faulty = new Map(Object.entries(tls.ports).map(([fault, port]) => [faultHost(fault), port]))
  const honest = (host: string, port: number) => {
    const known = hosts.ports.get(host) ?? { http: undefined, tls: faulty.get(host) }
    return (port === 443 ? known.tls : port === 80 ? known.http : undefined) ?? loopback(host, port)
  }
  const proxies = await startProxies(requests, {
    honest,
    inspected: (host, port) => (port === 443 && hosts.ports.has(host) ? tls.ports.interceptor : honest(host, port)),
  })

  const parts = [hosts, tls, faultPorts, hostile, proxies]
  let stopping: Promise<unknown> | undefined
  return {
    /** Stands for the provider's usual base URL: the real paths follow it. */
    url(providerId: string, options: { tls?: boolean } = {}): string {
      const { host, basePath } = keyring.providerOf(providerId)
      const ports = hosts.ports.get(host)
      return options.tls ? `https://127.0.0.1:${ports?.tls}${basePath}` : `http://127.0.0.1:${ports?.http}${basePath}`
    },
    /** The real base URL, as the proxies know it. */
    address(providerId: string): string {
      const { host, basePath } = keyring.providerOf(providerId)
      return `https://${host}${basePath}`
    },
    /** The account at a provider's key API: its keys, its credential, and what goes wrong there. */
    keyApi(id: string) {
      const account = keyApis.accounts.get(id)
      if (!account) throw new Error(`The lab has no key API "${id}"`)
      const { host, basePath } = account.api
      return Object.assign(account, { url: `http://127.0.0.1:${hosts.ports.get(host)?.http}${basePath}` })
    },
    issue: (providerId: string, options?: IssueOptions): string => keyring.issue(providerId, options),
    set: (value: string, scenario: string): void => keyring.set(value, scenario),
    /** What a provider's status page says from now on, or with `fault` what it does instead of answering. */
    setStatus: (providerId: string, state: ProviderStatus, options?: StatusOptions): void =>
      status.set(providerId, state, options),
    scenarios: (providerId: string): Scenario[] => keyring.providerOf(providerId).scenarios,
    providerIds: providers.map((one) => one.id),
    /** Of the authority that signs `good` and the providers; PEM. */
    ca: certificates.ca,
    interceptorCa: certificates.interceptorCa,
    /** Base URLs like OpenAI's, each with one fault. */
    tls: mapValues(tls.ports, (port) => `https://127.0.0.1:${port}/v1`),
    proxies: proxies.urls,
    ports: faultPorts.ports,
    hostile: hostile.urls,
    requests,
    stop: () => {
      stopping ??= Promise.all(parts.map((part) => part.close()))
      return stopping.then(() => undefined)
    },
  }
}

function mapValues<Name extends string, From, To>(
  from: Record<Name, From>,
  change: (value: From) => To,
): Record<Name, To> {
  const entries = Object.entries<From>(from).map(([name, value]) => [name, change(value)])
  return Object.fromEntries(entries) as Record<Name, To>
}
