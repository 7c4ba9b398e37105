import type { ScopedKeyActor } from '#lib/context'
import { runtime } from '#lib/server/runtime'
import type { EnvironmentRole, InstallationRole, ScopedAction } from './policy.ts'

/** A scoped key by the hash of its secret: who it acts for, and why it works no more, where it does not. */
export interface FoundScopedKey {
  actor: ScopedKeyActor
  addresses: string[]
  /** A sentence for whoever holds the secret. */
  refusal: string | null
}

interface Row {
  id: string
  name: string
  projectId: string
  environmentId: string
  keyNames: string[]
  actions: ScopedAction[]
  addresses: string[]
  ended: boolean
  replaced: boolean
  expired: boolean
  usedUp: boolean
  disabled: boolean
  memberId: string
  memberName: string
  role: InstallationRole
  granted: EnvironmentRole | null
}

/** One query, by the database's clock: what has ended is refused at once, on every replica, whether or not anything tidies up. */
export async function findScopedKeyByHash(hash: Uint8Array<ArrayBuffer>): Promise<FoundScopedKey | null> {
  const rows = await runtime().db.$queryRaw<Row[]>`
    SELECT k.id, k.name, k.project_id AS "projectId", k.environment_id AS "environmentId", k.key_names AS "keyNames",
      k.actions, k.addresses, k.ended_at IS NOT NULL AS ended, coalesce(s.ends_at <= now(), false) AS replaced,
      k.expires_at <= now() AS expired, coalesce(k.uses >= k.max_uses, false) AS "usedUp", m.disabled_at IS NOT NULL AS disabled,
      m.id AS "memberId", m.name AS "memberName", m.role::text AS role, g.role::text AS granted
    FROM scoped_key_secrets s
    JOIN scoped_keys k ON k.id = s.scoped_key_id
    JOIN members m ON m.id = k.member_id
    JOIN projects p ON p.id = k.project_id AND p.deleted_at IS NULL
    LEFT JOIN grants g ON g.member_id = m.id AND g.environment_id = k.environment_id
    WHERE s.hash = ${hash}`
  const row = rows[0]
  return row ? { actor: actorOf(row), addresses: row.addresses, refusal: refusalOf(row) } : null
}

function actorOf({ id, name, projectId, environmentId, keyNames, actions, ...row }: Row): ScopedKeyActor {
  const grants = new Map<string, EnvironmentRole>(row.granted ? [[environmentId, row.granted]] : [])
  const maker = { id: row.memberId, name: row.memberName, role: row.role, grants }
  return { type: 'scoped_key', id, name, maker, projectId, environmentId, keyNames, actions }
}

function refusalOf(row: Row): string | null {
  if (row.ended) return 'This scoped key was ended. Ask whoever made it for another.'
  if (row.disabled) return 'Whoever made this scoped key is no member any more. Ask another member for a new one.'
  if (row.expired) return 'This scoped key has expired. Ask whoever made it for a new one.'
  if (row.replaced) return 'This scoped key was rotated, and the time for both secrets has passed. Use the new secret.'
  return row.usedUp ? 'This scoped key is used up. Ask whoever made it for a new one.' : null
}
