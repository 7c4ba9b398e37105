import { catalog, findProvider } from '#lib/providers/catalog'
import type { Provider } from '#lib/providers/provider'

/** Names that programs have for providers, where they differ from the catalogue's. */
const OTHER_NAMES: Record<string, string> = {
  google: 'google-gemini',
  gemini: 'google-gemini',
  'google-generative-ai': 'google-gemini',
  'openai-codex': 'openai',
  github: 'github-classic',
  claude: 'anthropic',
}

const byHost = new Map<string, Provider>()
for (const provider of [...catalog].reverse()) for (const host of hostsOf(provider)) byHost.set(host, provider)

/** Pages of one provider alone: an error that links there is that provider's. */
const byPage = onlyOnes(
  catalog.flatMap((provider) =>
    provider.dialect === 'unknown' ? [] : pagesOf(provider).map((host): [string, Provider] => [host, provider]),
  ),
)
const byHeader = onlyOnes(
  catalog.flatMap((provider) => provider.fingerprintHeaders.map((name): [string, Provider] => [name, provider])),
)

/** The provider whose API answers at this host, `:port` or not. */
export function providerOfHost(host: string): Provider | undefined {
  const name = host.replace(/:\d{1,5}$/, '').toLowerCase()
  return byHost.get(name) ?? catalog.find(({ address }) => address?.hosts?.test(name))
}

/** By the catalogue's id, or by another program's name for it. */
export function providerNamed(name: string): Provider | undefined {
  return findProvider(OTHER_NAMES[name.toLowerCase()] ?? name.toLowerCase())
}

/** The provider that a text gives away by a page it links to, or that headers give away. */
export function providerBehind(text: string, headers: Record<string, string>): Provider | undefined {
  for (const name of Object.keys(headers)) {
    const provider = byHeader.get(name)
    if (provider) return provider
  }
  for (const [, host = ''] of text.slice(0, 20_000).matchAll(/\bhttps?:\/\/([\w.-]{4,200})/g)) {
    const provider = byHost.get(host) ?? byPage.get(host)
    if (provider) return provider
  }
  return undefined
}

function hostsOf({ baseUrl, sites = [], otherHosts = [] }: Provider): string[] {
  const urls = [baseUrl, ...sites.map((site) => site.baseUrl)]
  return [...urls.flatMap((url) => (url ? [new URL(url).hostname] : [])), ...otherHosts]
}

function pagesOf({ links }: Provider): string[] {
  return [links.dashboard, links.billing, links.docs].flatMap((link) => (link ? [new URL(link).hostname] : []))
}

/** Names that lead to one provider, or to several of one company (the first of them), and to nobody else. */
function onlyOnes(pairs: [string, Provider][]): Map<string, Provider> {
  const found = new Map<string, Provider>()
  const shared = new Set<string>()
  for (const [name, provider] of pairs) {
    const known = found.get(name)
    if (known && known.baseUrl !== provider.baseUrl) shared.add(name)
    if (!known) found.set(name, provider)
  }
  for (const name of shared) found.delete(name)
  return found
}
