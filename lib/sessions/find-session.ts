import { findActorBySession } from '#lib/access/find-actor'
import { observe } from '#lib/access/observe'
import type { MemberActor } from '#lib/context'

/** The member behind a session that still counts, with the rights they have now. Marks it as seen, at most once a minute. */
export async function findSession(id: string): Promise<MemberActor | null> {
  const found = await findActorBySession(id)
  if (!found) return null
  if (found.isStale) await observe((db) => db.session.updateMany({ where: { id }, data: { lastSeenAt: new Date() } }))
  return found.actor
}
