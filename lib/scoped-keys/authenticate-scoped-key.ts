import { findScopedKeyByHash } from '#lib/access/find-scoped-key'
import { isWithin } from '#lib/access/is-within'
import type { AnonymousActor, ScopedKeyActor } from '#lib/context'
import { hashBearer } from '#lib/vault/bearer'

/**
 * The program behind a scoped key, with what it may now. Null for what is no scoped key; for one that works no more, or
 * not from here, nobody, with the reason for whoever holds it.
 */
export async function authenticateScopedKey(
  secret: string,
  address: string | null,
): Promise<ScopedKeyActor | AnonymousActor | null> {
  const hash = hashBearer('key', secret)
  const found = hash && (await findScopedKeyByHash(hash))
  if (!found) return null
  const refusal = found.refusal ?? (isWithin(found.addresses, address) ? null : NOT_FROM_HERE)
  return refusal ? { type: 'anonymous', id: 'anonymous', name: 'anonymous', refusal } : found.actor
}

const NOT_FROM_HERE =
  'This scoped key may not be used from this address. Its maker can name the address, or make another.'
