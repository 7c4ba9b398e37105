import { catalog } from './catalog.ts'
import type { Provider } from './provider.ts'

/** The provider of the catalogue that runs this host, if any. */
export function ownerOfHost(hostname: string): Provider | undefined {
  return catalog.find((provider) => hostsOf(provider).includes(hostname))
}

/** Every fixed host that takes this provider's secret. */
export function hostsOf({ baseUrl, proof, sites = [], otherHosts = [] }: Provider): string[] {
  const addresses = [baseUrl, proof.baseUrl, ...sites.map((site) => site.baseUrl)]
  return [...new Set([...addresses.flatMap((each) => (each ? [new URL(each).hostname] : [])), ...otherHosts])]
}
