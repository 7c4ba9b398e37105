import type { OutboundRequest } from '#lib/outbound/exchange'
import type { Provider } from '#lib/providers/provider'
import type { Target } from './read-target.ts'

/** The one place where a key meets a request: in the headers that the provider's own form names, nowhere else. */
export function proofRequest(
  provider: Provider,
  target: Target,
  key: string,
  secrets: string[],
  path = provider.proof.path,
): OutboundRequest {
  const { method, headers, body, authorize } = provider.proof
  const isProof = path === provider.proof.path
  return {
    method: isProof ? method : 'GET',
    url: `${target.baseUrl}${path}`,
    headers: { accept: 'application/json', 'user-agent': 'Claviger', ...headers, ...authorize(key) },
    body: isProof ? body : undefined,
    target: target.kind,
    secrets,
  }
}
