import type { ScopedKeyActor } from '#lib/context'
import type { ScopedAction } from './policy.ts'
import type { EnvironmentRole, InstallationRole } from './roles.ts'
import { statement } from './statement.ts'
import { together } from './together.ts'

/** A scoped key by the hash of its secret: who it acts for, and why it works no more, where it does not. */
export interface FoundScopedKey {
  actor: ScopedKeyActor
  addresses: string[]
  /** A sentence for whoever holds the secret. */
  refusal: string | null
  project: string
  environment: string
  /** The keys of its environment, whichever of them it reaches: id, name and current version, by name. */
  keys: [id: string, name: string, version: number][]
}

interface Row {
  hash: string
  id: string
  name: string
  projectId: string
  environmentId: string
  project: string
  environment: string
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
  keys: FoundScopedKey['keys']
}

const FIND = `
  SELECT encode(s.hash, 'hex') AS hash, k.id, k.name, k.project_id AS "projectId", k.environment_id AS "environmentId",
    p.slug AS project, e.slug AS environment, k.key_names AS "keyNames", k.actions, k.addresses,
    k.ended_at IS NOT NULL AS ended, coalesce(s.ends_at <= now(), false) AS replaced, k.expires_at <= now() AS expired,
    coalesce(k.uses >= k.max_uses, false) AS "usedUp", m.disabled_at IS NOT NULL AS disabled,
    m.id AS "memberId", m.name AS "memberName", m.role::text AS role, g.role::text AS granted,
    (SELECT coalesce(json_agg(json_build_array(x.id, x.name, x.version) ORDER BY x.name, x.id), '[]') FROM keys x
      WHERE x.environment_id = k.environment_id AND x.deleted_at IS NULL AND x.revoked_at IS NULL
        AND x.purpose = 'application') AS keys
  FROM scoped_key_secrets s
  JOIN scoped_keys k ON k.id = s.scoped_key_id
  JOIN members m ON m.id = k.member_id
  JOIN environments e ON e.id = k.environment_id
  JOIN projects p ON p.id = k.project_id AND p.deleted_at IS NULL
  LEFT JOIN grants g ON g.member_id = m.id AND g.environment_id = k.environment_id
  WHERE s.hash = ANY($1::bytea[])`

/** By the database's clock: what has ended is refused at once, on every replica, whether or not anything tidies up. */
export const findScopedKeyByHash: (hash: Uint8Array) => Promise<FoundScopedKey | null> = together(
  async (hashes: Uint8Array[]) => {
    const asked = hashes.map((hash) => Buffer.from(hash).toString('hex'))
    const distinct = [...new Set(asked)].map((hex) => Buffer.from(hex, 'hex'))
    const rows = await statement<Row>('find_scoped_keys', FIND, [distinct])
    const found = new Map(rows.map((row) => [row.hash, toFound(row)]))
    return asked.map((hex) => found.get(hex) ?? null)
  },
  { atOnce: 2 },
)

function toFound(row: Row): FoundScopedKey {
  const { id, name, projectId, environmentId, keyNames, actions, addresses, project, environment, keys } = row
  const grants = new Map<string, EnvironmentRole>(row.granted ? [[environmentId, row.granted]] : [])
  const maker = { id: row.memberId, name: row.memberName, role: row.role, grants }
  const actor = { type: 'scoped_key', id, name, maker, projectId, environmentId, keyNames, actions } as const
  return { actor, addresses, refusal: refusalOf(row), project, environment, keys }
}

function refusalOf(row: Row): string | null {
  if (row.ended) return 'This scoped key was ended. Ask whoever made it for another.'
  if (row.disabled) return 'Whoever made this scoped key is no member any more. Ask another member for a new one.'
  if (row.expired) return 'This scoped key has expired. Ask whoever made it for a new one.'
  if (row.replaced) return 'This scoped key was rotated, and the time for both secrets has passed. Use the new secret.'
  return row.usedUp ? 'This scoped key is used up. Ask whoever made it for a new one.' : null
}
