import type { ProofCall } from './provider.ts'

/** `Authorization: Basic …` (RFC 7617) from the pair that a key stands for. */
export function basicAuth(
  pair: (key: string) => [user: string, password: string],
): Pick<ProofCall, 'authorize' | 'scheme'> {
  return {
    authorize: (key) => ({ authorization: `Basic ${Buffer.from(pair(key).join(':')).toString('base64')}` }),
    scheme: { kind: 'basic', pair },
  }
}

/** A key of two parts, with the colon between them. */
export function twoParts(key: string): [first: string, second: string] {
  const at = key.indexOf(':')
  return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)]
}
