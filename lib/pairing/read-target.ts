import { companyOf } from '#lib/providers/company-of'
import { hostsOf, ownerOfHost } from '#lib/providers/owner-of-host'
import type { Provider } from '#lib/providers/provider'

export interface Target {
  /** Without a trailing slash. */
  baseUrl: string
  host: string
  /** A fixed host of the catalogue, or an address of the customer's own. */
  kind: 'provider' | 'custom'
}

/** Where the test goes, or a sentence that says why nothing can be sent there. */
export function readTarget(
  provider: Provider,
  given: string | null | undefined,
): Target | { problem: string; suggestion?: string } {
  const text = (given?.trim() || provider.baseUrl || '').replace(/\/+$/, '')
  if (text === '')
    return {
      problem: `${companyOf(provider)} has no usual address: it needs a base URL, such as ${provider.address?.example ?? 'http://localhost:11434/v1'}.`,
    }
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? URL.parse(text) : null
  if (!url) return withoutScheme(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { problem: `The base URL begins with ${url.protocol}//, and must begin with https://.` }
  if (url.username || url.password)
    return { problem: 'The base URL carries a user name or a password. Leave them out: the key goes into a header.' }
  if (url.search || url.hash)
    return {
      problem:
        'The base URL carries a query (?…) or a fragment (#…). Leave it out: paths are appended to the base URL.',
    }
  const other = ownerOfHost(url.hostname)
  const isOwn = hostsOf(provider).includes(url.hostname)
  if (other && !isOwn && provider.dialect === 'documented')
    return {
      problem: `${url.hostname} is the address of ${companyOf(other)}, not of ${companyOf(provider)}. Nothing was sent there.`,
      suggestion: provider.baseUrl ?? undefined,
    }
  return { baseUrl: text, host: url.host, kind: isFixedAddress(provider, text) ? 'provider' : 'custom' }
}

/** A host that this provider itself runs, at the usual port and with TLS. */
export function isFixedAddress(provider: Provider, address: string): boolean {
  const url = URL.parse(address)
  return url?.protocol === 'https:' && url.port === '' && hostsOf(provider).includes(url.hostname)
}

function withoutScheme(text: string): { problem: string; suggestion?: string } {
  const guess = URL.parse(`https://${text}`)
  if (!guess || /\s/.test(text)) return { problem: 'The base URL is not an address.' }
  return { problem: 'The base URL does not begin with https://.', suggestion: `https://${text}` }
}
