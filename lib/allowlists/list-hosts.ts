import { proofUrl } from '#lib/pairing/proof-request'
import type { Provider } from '#lib/providers/provider'
import type { AllowedHost, Allowlist } from './schema.ts'

/** One key, as far as the network is concerned. */
export interface KeyInUse {
  /** Id, and what is known of it: of the catalogue, or of the team's own. */
  id: string
  provider: Provider | undefined
  baseUrl: string | null
}

const HTTPS = 443

/** What a network has to let out for these keys, host by host: the providers in use, and no other. */
export function listHosts(keys: readonly KeyInUse[]): Allowlist {
  const api = new Map<string, AllowedHost>()
  const status = new Map<string, AllowedHost>()
  const withoutAddress = new Map<string, number>()
  for (const { id, provider, baseUrl } of keys) {
    const url = URL.parse(baseUrl ?? provider?.baseUrl ?? '')
    if (!provider || !url?.hostname) {
      withoutAddress.set(id, (withoutAddress.get(id) ?? 0) + 1)
      continue
    }
    add(api, hostOf(provider, url), id, 1)
    const elsewhere = checkedElsewhere(provider, url)
    if (elsewhere) add(api, elsewhere, id, 0)
    for (const page of pagesOf(provider)) add(status, page, id, 0)
  }
  return {
    api: sorted(api),
    status: sorted(status),
    withoutAddress: [...withoutAddress].map(([provider, count]) => ({ provider, keys: count })),
  }
}

type Rule = Omit<AllowedHost, 'providers' | 'keys'>

function hostOf(provider: Provider, url: URL): Rule {
  const wildcard = provider.address?.hosts?.test(url.hostname) ? provider.address.wildcard : undefined
  const why = wildcard ? `API of ${provider.name}; ${url.hostname} is in use` : `API of ${provider.name}`
  return { ...place(url), host: wildcard ?? url.hostname, isWildcard: wildcard !== undefined, why }
}

/** Some providers check keys on another host than they serve: a pairing test asks there, for their own hosts alone. */
function checkedElsewhere(provider: Provider, url: URL): Rule | undefined {
  const proof = URL.parse(proofUrl(provider, url.href.replace(/\/+$/, ''), 'KEY'))
  if (!proof || proof.host === url.host) return undefined
  return { ...place(proof), host: proof.hostname, isWildcard: false, why: `Keys of ${provider.name} are checked there` }
}

function pagesOf({ name, status, links }: Provider): Rule[] {
  const urls = [status?.url, links.statusPage].flatMap((text) => URL.parse(text ?? '') ?? [])
  return urls.map((url) => ({ ...place(url), host: url.hostname, isWildcard: false, why: `Status of ${name}` }))
}

function place({ protocol, port }: URL): Pick<AllowedHost, 'port' | 'protocol'> {
  return protocol === 'http:'
    ? { protocol: 'http', port: Number(port || 80) }
    : { protocol: 'https', port: Number(port || HTTPS) }
}

function add(rules: Map<string, AllowedHost>, rule: Rule, provider: string, keys: number): void {
  const id = `${rule.host}:${rule.port}`
  const known = rules.get(id)
  if (!known) {
    rules.set(id, { ...rule, providers: [provider], keys })
    return
  }
  const why = known.why.split('; ').includes(rule.why) ? known.why : `${known.why}; ${rule.why}`
  const providers = known.providers.includes(provider) ? known.providers : [...known.providers, provider]
  rules.set(id, { ...known, providers, keys: known.keys + keys, why: providers === known.providers ? known.why : why })
}

function sorted(rules: Map<string, AllowedHost>): AllowedHost[] {
  return [...rules.values()].sort((one, other) => one.host.localeCompare(other.host) || one.port - other.port)
}
