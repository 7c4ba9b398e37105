import type { Confidence } from '#lib/providers/verdict'
import type { NetworkCase } from './explain-network.ts'
import type { Explanation } from './explanation.ts'

/** The target refused, stayed silent or cut the connection; a control host tells our network's fault from the target's. */
export function explainReach(networkCase: NetworkCase): Explanation {
  const { failure } = networkCase
  if (failure.kind === 'refused') return explainRefusal(networkCase)
  if (failure.kind === 'reset') return explainCut(networkCase)
  return explainSilence(networkCase)
}

function explainRefusal(networkCase: NetworkCase): Explanation {
  const { exchange } = networkCase
  const cause = exchange.local
    ? [
        'A machine answered that nothing listens on this port: the service is not running, or listens elsewhere. Inside a container, localhost is the container.',
      ]
    : ['A refusal is an answer: a firewall that rejects, or a service that is down.', ...sayControls(networkCase)]
  return { verdict: 'tcp_refused', confidence: 'proven', cause, evidence: {} }
}

function explainSilence(networkCase: NetworkCase): Explanation {
  const { failure, exchange, probes } = networkCase
  const attempts = exchange.traces.flatMap((trace) => (trace.stage === 'tcp' ? trace.attempts : []))
  const onlyIpv6 = attempts.length > 0 && attempts.every(({ address }) => address.includes(':'))
  const cause = [
    ...(failure.kind === 'unreachable' ? [sayUnreachable(failure.code)] : []),
    ...(onlyIpv6 ? ['Only IPv6 addresses were tried; the network here may not carry IPv6.'] : []),
    ...sayControls(networkCase),
  ]
  if (failure.stage === 'tls')
    return {
      verdict: 'tcp_timeout',
      confidence: 'likely',
      nearTwin: 'tls_protocol',
      cause: [...cause, 'Either what listens there does not speak TLS, or something on the way drops it.'],
      evidence: {},
    }
  if (failure.stage === 'http')
    return {
      verdict: 'tcp_timeout',
      confidence: 'likely',
      nearTwin: 'provider_outage',
      cause: [
        ...cause,
        'The connection itself worked: the service behind it hangs, or something on the way holds the answer back.',
      ],
      evidence: {},
    }
  const confidence: Confidence = exchange.local || probes.controls.length > 0 ? 'proven' : 'likely'
  return {
    verdict: 'tcp_timeout',
    confidence,
    nearTwin: exchange.local ? undefined : 'provider_outage',
    cause,
    evidence: {},
  }
}

/** Linux answers EACCES or EPERM for a packet that its own rules forbid, before it leaves. */
function sayUnreachable(code: string | undefined): string {
  return code === 'EACCES' || code === 'EPERM'
    ? 'A rule on this machine itself, its firewall or its routes, forbids connections to that address.'
    : 'This machine has no route to that address.'
}

const CUT_AT: Partial<Record<NetworkCase['failure']['stage'], string>> = {
  tcp: 'It was cut before anything was said: a firewall or the machine itself does that.',
  tls: 'It was cut before TLS was up: something on the way that dislikes the name or TLS does that, or a server that is failing.',
  http: 'It was cut after the request: the service, or a filter in front of it, does that.',
}

function explainCut(networkCase: NetworkCase): Explanation {
  const { failure, exchange } = networkCase
  const again = exchange.retriedAfter ? ['A second, fresh connection was cut as well.'] : []
  const cause = [...again, ...[CUT_AT[failure.stage] ?? []].flat(), ...sayControls(networkCase)]
  // A server that waits for TLS cuts plain http off.
  if (failure.stage === 'http' && !exchange.secure)
    cause.push('The base URL begins with http://; a port that speaks https cuts such a request off, too.')
  const nearTwin = failure.stage === 'http' ? 'provider_outage' : 'tls_protocol'
  return {
    verdict: 'connection_reset',
    confidence: exchange.retriedAfter ? 'proven' : 'likely',
    nearTwin,
    cause,
    evidence: {},
  }
}

function sayControls({ exchange, probes }: NetworkCase): string[] {
  if (probes.controls.length === 0) return []
  const reached = probes.controls.filter((control) => control.reached).map(({ host }) => host)
  if (reached.length === 0)
    return ['No other outside host can be reached from here either: the network of this machine is the place to look.']
  return [
    `${reached.join(' and ')} can be reached from here, so it is ${exchange.host} that fails, or a rule about it.`,
  ]
}
