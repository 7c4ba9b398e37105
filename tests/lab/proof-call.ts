import type { Provider } from './scenario.ts'

/** The free call that only a valid key gets an answer to, as each provider documents it. */
export function proofCall(provider: Provider, baseUrl: string, key: string) {
  const { path, method = 'GET', headers = bearer(key), body } = provider.proof?.(key, baseUrl) ?? { path: '/models' }
  return { url: `${baseUrl}${path}`, method, headers: { 'user-agent': 'lab-test', ...headers }, body }
}

export function bearer(key: string): Record<string, string> {
  return { authorization: `Bearer ${key}` }
}
