import type { Provider } from '#lib/providers/provider'
import type { Target } from './read-target.ts'

/** Whether the provider's status page is about this address: a gateway, a server of one's own, or another site is not its. */
export function statusSpeaksFor({ address, status }: Provider, { baseUrl, kind }: Target): boolean {
  const host = URL.parse(baseUrl)?.hostname ?? ''
  const isProviders = kind === 'provider' || (address?.hosts?.test(host) ?? false)
  return isProviders && (status?.hosts?.test(host) ?? true)
}
