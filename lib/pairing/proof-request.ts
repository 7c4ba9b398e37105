import type { OutboundRequest } from '#lib/outbound/exchange'
import type { Provider } from '#lib/providers/provider'
import type { Target } from './read-target.ts'

/** The one place where a key meets a request: where the provider's own form puts it, nowhere else. */
export function proofRequest(provider: Provider, target: Target, key: string, secrets: string[]): OutboundRequest {
  const { method, body } = provider.proof
  const call = { method, url: `${target.baseUrl}${proofPath(provider, key, target.baseUrl)}`, body: give(body, key) }
  return { ...call, headers: headersFor(provider, key, call), target: target.kind, secrets }
}

/** Another free reading call below the same base URL, presented like the proof call. */
export function readingRequest(
  provider: Provider,
  target: Target,
  key: string,
  secrets: string[],
  path: string,
): OutboundRequest {
  const call = { method: 'GET' as const, url: `${target.baseUrl}${path}`, body: undefined }
  return { ...call, headers: headersFor(provider, key, call), target: target.kind, secrets }
}

/** The path of the proof call below a base URL, for this key or for what stands in its place. */
export function proofPath({ proof }: Provider, key: string, baseUrl: string): string {
  return typeof proof.path === 'function' ? proof.path(key, baseUrl) : proof.path
}

function headersFor(
  { proof }: Provider,
  key: string,
  call: { method: 'GET' | 'POST'; url: string; body: string | undefined },
): Record<string, string> {
  return {
    accept: 'application/json',
    'user-agent': 'Claviger',
    ...proof.headers,
    ...proof.authorize(key, { ...call, at: new Date() }),
  }
}

function give<T extends string | undefined>(given: T | ((key: string) => string), key: string): T | string {
  return typeof given === 'function' ? given(key) : given
}
