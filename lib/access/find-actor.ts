import type { MemberActor } from '#lib/context'
import { Prisma } from '#lib/db/generated/client'
import { runtime } from '#lib/server/runtime'
import type { EnvironmentRole, InstallationRole } from './roles.ts'

const IDLE = Prisma.sql`interval '30 minutes'`

interface Row {
  via: string
  id: string
  name: string
  email: string
  role: InstallationRole
  grants: Record<string, EnvironmentRole> | null
  stale: boolean
}

/** Somebody who came in, and whether the mark of when they were last seen is more than a minute old. */
export interface Found {
  actor: MemberActor
  isStale: boolean
}

/** The member behind a session that is neither ended, idle for 30 minutes nor 12 hours old, with their grants, in one query. */
export function findActorBySession(sessionId: string): Promise<Found | null> {
  return findActor(
    'session',
    Prisma.sql`SELECT v.id, v.member_id, v.last_seen_at < now() - interval '1 minute' AS stale FROM sessions v
      WHERE v.id = ${sessionId} AND v.ended_at IS NULL AND v.expires_at > now() AND v.last_seen_at > now() - ${IDLE}`,
  )
}

/** The member behind a token that is neither expired nor revoked, likewise. */
export function findActorByToken(hash: Uint8Array<ArrayBuffer>): Promise<Found | null> {
  return findActor(
    'token',
    Prisma.sql`SELECT v.id, v.member_id, coalesce(v.last_used_at < now() - interval '1 minute', true) AS stale FROM tokens v
      WHERE v.hash = ${hash} AND v.revoked_at IS NULL AND v.expires_at > now()`,
  )
}

/** Who asked for work that goes on without them, and how they had come in. */
export interface Asker {
  memberId: string
  viaType: string
  viaId: string
}

/**
 * The member behind work that goes on by itself, with the rights they have now. Null once they are no member any more, or
 * the token that they used has ended; a session may end meanwhile, as they do.
 */
export async function findActorBehind({ memberId, viaType, viaId }: Asker): Promise<MemberActor | null> {
  const type = viaType === 'token' ? 'token' : 'session'
  const found = await findActor(
    type,
    Prisma.sql`SELECT ${viaId}::text AS id, ${memberId}::text AS member_id, false AS stale
      WHERE ${type} = 'session' OR EXISTS (
        SELECT 1 FROM tokens t WHERE t.id = ${viaId} AND t.revoked_at IS NULL AND t.expires_at > now())`,
  )
  return found?.actor ?? null
}

async function findActor(type: MemberActor['via']['type'], credential: Prisma.Sql): Promise<Found | null> {
  const rows = await runtime().db.$queryRaw<Row[]>`
    SELECT v.id AS via, v.stale, m.id, m.name, m.email, m.role::text AS role,
      (SELECT json_object_agg(g.environment_id, g.role) FROM grants g WHERE g.member_id = m.id) AS grants
    FROM (${credential}) v JOIN members m ON m.id = v.member_id AND m.disabled_at IS NULL`
  const row = rows[0]
  if (!row) return null
  const { id, name, email, role } = row
  const grants = new Map(Object.entries(row.grants ?? {}))
  return { actor: { type: 'member', id, name, email, role, grants, via: { type, id: row.via } }, isStale: row.stale }
}
