import type { Grant } from '#lib/access/authorize'
import { cleanValue } from '#lib/pairing/clean-value'
import type { Surroundings } from '#lib/pairing/surroundings'
import type { Provider } from '#lib/providers/provider'
import { runtime } from '#lib/server/runtime'
import { findProviderStatuses } from '#lib/status-pages/find-provider-statuses'
import { findOtherKeys } from './find-other-keys.ts'

interface Tested {
  provider: Provider
  baseUrl?: string | null | undefined
  value: string
}

/** What is known beside the value that is about to be tested: the provider's own word, and how other keys fare. */
export async function findSurroundings(grant: Grant, { provider, baseUrl, value }: Tested): Promise<Surroundings> {
  const { keyring } = runtime()
  const fingerprints = [value, cleanValue(value).cleaned].map((each) => keyring.fingerprint(each))
  const place = baseUrl?.trim().replace(/\/+$/, '') || null
  const [statuses, otherKeys] = await Promise.all([
    findProviderStatuses(grant, [provider]),
    findOtherKeys(grant, { provider, baseUrl: place, fingerprints }),
  ])
  return { status: statuses.get(provider.id), otherKeys }
}
