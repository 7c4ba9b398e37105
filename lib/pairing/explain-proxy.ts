import type { NetworkCase } from './explain-network.ts'
import type { Explanation } from './explanation.ts'

/** The proxy is in the way: it wants a sign-in, forbids, cannot reach the target, or is not there at all. */
export function explainProxy({ failure }: NetworkCase): Explanation {
  const status = failure.answeredStatus
  if (failure.kind === 'proxy_auth_required')
    return {
      verdict: 'proxy_auth_required',
      confidence: 'proven',
      cause: ['407 comes from a proxy and never from a provider. The key was not sent.'],
      evidence: {},
    }
  if (failure.stage === 'dns')
    return {
      verdict: 'proxy_refused',
      confidence: failure.kind === 'dns_temporary' ? 'likely' : 'proven',
      cause: [
        'That is the name of the proxy, not of the provider: the proxy setting is wrong, or the resolver here does not know it. The key was not sent.',
      ],
      evidence: {},
    }
  if (failure.stage === 'tcp')
    return {
      verdict: 'proxy_refused',
      confidence: 'proven',
      cause: ['The address in the way is that of the proxy, not of the provider. The key was not sent.'],
      evidence: {},
    }
  if (status === undefined)
    return {
      verdict: 'proxy_refused',
      confidence: 'likely',
      nearTwin: 'connection_reset',
      cause: ['A connection to the proxy opened, but no tunnel through it. The key was not sent.'],
      evidence: {},
    }
  if (status >= 500)
    return {
      verdict: 'proxy_refused',
      confidence: 'likely',
      nearTwin: 'provider_outage',
      cause: ['The proxy tried and could not reach the target, or is failing itself. The key was not sent.'],
      evidence: {},
    }
  return {
    verdict: 'proxy_refused',
    confidence: 'proven',
    cause: [`${sayStatus(status)} The key was not sent.`],
    evidence: {},
  }
}

function sayStatus(status: number): string {
  if (status < 400) return 'Instead of a tunnel it points elsewhere, as sign-in pages of networks do.'
  if (status === 401) return 'It wants a sign-in, and asks for it as a web server does: it may be no proxy at all.'
  if (status === 400 || status === 404 || status === 405)
    return 'Web servers answer like this, which are no proxies, and proxies that open no tunnels.'
  return 'A proxy answers like this when a rule forbids the target.'
}
