import type { OutboundRequest } from '#lib/outbound/exchange'
import type { Provider } from '#lib/providers/provider'
import { isFixedAddress, type Target } from './read-target.ts'

/** The one place where a key meets a request: where the provider's own form puts it, nowhere else. */
export function proofRequest(provider: Provider, target: Target, key: string, secrets: string[]): OutboundRequest {
  const { method, body } = provider.proof
  const call = { method, url: proofUrl(provider, target.baseUrl, key), body: give(body, key) }
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

/** The address of the proof call for this key, or for what stands in its place. A server of the customer's own is asked itself. */
export function proofUrl(provider: Provider, baseUrl: string, key: string): string {
  const { proof } = provider
  const base = (isFixedAddress(provider, baseUrl) && proof.baseUrl) || baseUrl
  return `${base}${typeof proof.path === 'function' ? proof.path(key, base) : proof.path}`
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
