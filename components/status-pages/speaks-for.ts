import type { PublicProvider } from '#lib/providers/public-provider'

/** Whether a provider's status page is about the address that a key goes to: a gateway or server of one's own is not its. */
export function speaksFor(provider: Pick<PublicProvider, 'baseUrl' | 'sites'>, baseUrl: string | null): boolean {
  const own = [provider.baseUrl, ...provider.sites.map((site) => site.baseUrl)]
  const hosts = own.flatMap((url) => (url ? [new URL(url).host] : []))
  return baseUrl === null ? provider.baseUrl !== null : hosts.includes(URL.parse(baseUrl)?.host ?? '')
}
