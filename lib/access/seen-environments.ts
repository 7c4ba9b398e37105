import type { Actor } from '#lib/context'

/** Which environments exist for somebody, as a condition on `environmentId`; the list form of `roleIn(...) !== null`. */
export function seenEnvironments(actor: Actor): { in: string[] } | { notIn: string[] } {
  if (actor.type === 'operator' || actor.type === 'system') return { notIn: [] }
  if (actor.type === 'anonymous') return { in: [] }
  if (actor.type === 'scoped_key') return { in: [actor.environmentId] }
  const grants = [...actor.grants]
  if (actor.role !== 'member') return { notIn: grants.filter(([, role]) => role === 'denied').map(([id]) => id) }
  return { in: grants.filter(([, role]) => role !== 'denied').map(([id]) => id) }
}
