import { invalid } from '#lib/errors'
import { parseUrl } from '#lib/outbound/check-url'
import { ownerOfHost } from '#lib/providers/owner-of-host'

/** `invalid` for what is no address, or is that of a provider in the catalogue: its own entry reads its answers better. */
export function requireOwnAddress(baseUrl: string): void {
  const parsed = parseUrl(baseUrl)
  if ('refused' in parsed) throw invalid('baseUrl', parsed.refused)
  const owner = ownerOfHost(new URL(baseUrl).hostname)
  if (owner) throw invalid('baseUrl', `This is the address of ${owner.name}, which the catalogue has already.`)
}
