import { catalog } from './catalog.ts'
import type { Provider } from './provider.ts'

/** The provider of the catalogue that runs this host, if any. */
export function ownerOfHost(hostname: string): Provider | undefined {
  return catalog.find((provider) => hostsOf(provider).includes(hostname))
}

/** Every fixed host that takes this provider's secret. */
export function hostsOf(provider: Provider): string[] {
  const usual = provider.baseUrl === null ? [] : [new URL(provider.baseUrl).hostname]
  const sites = (provider.sites ?? []).map(({ baseUrl }) => new URL(baseUrl).hostname)
  return [...new Set([...usual, ...sites, ...(provider.otherHosts ?? [])])]
}
