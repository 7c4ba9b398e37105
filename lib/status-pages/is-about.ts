import { readTarget } from '#lib/pairing/read-target'
import { statusSpeaksFor } from '#lib/pairing/status-speaks-for'
import type { Provider } from '#lib/providers/provider'

/** Whether a provider's page is about where a key goes: its base URL, or the usual one where it has none. */
export function isAbout(provider: Provider, baseUrl: string | null): boolean {
  const target = readTarget(provider, baseUrl)
  return 'kind' in target && statusSpeaksFor(provider, target)
}
