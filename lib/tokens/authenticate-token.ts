import { findActorByToken } from '#lib/access/find-actor'
import { observe } from '#lib/access/observe'
import type { MemberActor } from '#lib/context'
import { hashBearer } from '#lib/vault/bearer'

/**
 * The member behind a personal access token, with the rights they have now. Null for one that is malformed, unknown,
 * expired or revoked, or whose member is disabled. Marks it as used, at most once a minute.
 */
export async function authenticateToken(token: string, address: string | null): Promise<MemberActor | null> {
  const hash = hashBearer('pat', token)
  const found = hash && (await findActorByToken(hash))
  if (!found) return null
  if (found.isStale) {
    const used = { lastUsedAt: new Date(), lastUsedAddress: address }
    await observe((db) => db.token.updateMany({ where: { id: found.actor.via.id }, data: used }))
  }
  return found.actor
}
