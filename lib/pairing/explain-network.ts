import type { Exchange } from '#lib/outbound/exchange'
import { isRewritten, NO_PROBES, type Probes } from '#lib/outbound/probe'
import type { NetworkFailure } from '#lib/outbound/trace'
import { explainCertificate } from './explain-certificate.ts'
import { explainName } from './explain-name.ts'
import { explainProxy } from './explain-proxy.ts'
import { explainReach } from './explain-reach.ts'
import { explainTlsProtocol } from './explain-tls-protocol.ts'
import type { Explanation } from './explanation.ts'

export interface NetworkCase {
  failure: NetworkFailure
  exchange: Exchange
  probes: Probes
}

/** Why a request got no answer: the verdict, how sure it is, and the sentences that lead to it. */
export function explainNetwork(failure: NetworkFailure, exchange: Exchange, probes: Probes = NO_PROBES): Explanation {
  const found = explain({ failure, exchange, probes })
  const { kind, code, answeredStatus } = failure
  const controls = probes.controls.map(({ host, reached, failure: why }) => ({
    host,
    reached,
    code: why?.code ?? why?.kind ?? null,
  }))
  const resolvers = probes.resolvers.map(({ resolver, outcome }) => ({ resolver, outcome }))
  const evidence = {
    ...(code === undefined ? { kind } : { code }),
    ...(answeredStatus !== undefined && { answeredStatus }),
    ...(exchange.retriedAfter && { triedTwice: true }),
    ...(controls.length > 0 && { controls }),
    ...(resolvers.length > 0 && { resolvers }),
    ...found.evidence,
  }
  return { ...found, cause: [failure.message, ...found.cause], evidence }
}

/** With a proxy it is the proxy's name that is looked up, and its port that is opened. */
const TO_THE_PROXY: readonly NetworkFailure['stage'][] = ['dns', 'tcp', 'proxy']

function explain(networkCase: NetworkCase): Explanation {
  const { failure, exchange } = networkCase
  if (exchange.viaProxy && TO_THE_PROXY.includes(failure.stage) && failure.kind !== 'not_allowed')
    return explainProxy(networkCase)
  switch (failure.kind) {
    case 'not_allowed':
      return explainRule(networkCase)
    case 'not_sendable':
      return certain(
        'key_hidden_characters',
        'A character in the value cannot travel in an HTTP header, so no provider can have issued it in this form.',
      )
    case 'dns_not_found':
    case 'dns_temporary':
      return explainName(networkCase)
    case 'proxy_auth_required':
    case 'proxy_refused':
      return explainProxy(networkCase)
    case 'certificate':
      return explainCertificate(networkCase)
    case 'tls_protocol':
      return explainTlsProtocol(networkCase)
    case 'malformed':
      return {
        verdict: 'unexpected_response',
        confidence: 'likely',
        nearTwin: 'base_url_wrong',
        cause: ['Something other than an HTTP API seems to listen there.'],
        evidence: {},
      }
    default:
      return explainReach(networkCase)
  }
}

/** Our own rule. Where it met the name of a public provider, somebody else answers for that name. */
function explainRule({ exchange, probes }: NetworkCase): Explanation {
  const ours = certain('target_not_allowed', 'This is Claviger’s own outbound rule. Nothing was sent.')
  if (!isRewritten(exchange)) return ours
  const elsewhere = probes.resolvers.filter(({ outcome }) => outcome === 'found').map(({ resolver }) => resolver)
  const cause = [
    ...ours.cause,
    `No public service has such an address: the resolver of this machine answers for ${exchange.host} in its place, as DNS filters, VPNs and sign-in portals do.`,
    ...(elsewhere.length > 0 ? [`${elsewhere.join(' and ')} gives the name another address.`] : []),
  ]
  return { ...ours, cause }
}

function certain(verdict: Explanation['verdict'], because: string): Explanation {
  return { verdict, confidence: 'proven', cause: [because], evidence: {} }
}
