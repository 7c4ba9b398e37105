import { type FoundScopedKey, findScopedKeyByHash } from '#lib/access/find-scoped-key'
import { isWithin } from '#lib/access/is-within'
import type { AnonymousActor, ScopedKeyActor } from '#lib/context'
import { hashBearer } from '#lib/vault/bearer'

const NOBODY = { type: 'anonymous', id: 'anonymous', name: 'anonymous' } as const
const NOT_FROM_HERE =
  'This scoped key may not be used from this address. Its maker can name the address, or make another.'

/**
 * The program behind a scoped key with what it may now, and what its key reaches. For one that works no more, or not
 * from here, nobody, with the reason for whoever holds it.
 */
export async function findScopedKey(
  secret: string,
  address: string | null,
): Promise<{ actor: ScopedKeyActor | AnonymousActor; found: FoundScopedKey | null }> {
  const hash = hashBearer('key', secret)
  const found = hash && (await findScopedKeyByHash(hash))
  if (!found) return { actor: NOBODY, found: null }
  const refusal = found.refusal ?? (isWithin(found.addresses, address) ? null : NOT_FROM_HERE)
  return refusal ? { actor: { ...NOBODY, refusal }, found: null } : { actor: found.actor, found }
}

/** The same for a door that asks nothing else. Null for what is no scoped key at all. */
export async function authenticateScopedKey(secret: string, address: string | null) {
  return hashBearer('key', secret) ? (await findScopedKey(secret, address)).actor : null
}
