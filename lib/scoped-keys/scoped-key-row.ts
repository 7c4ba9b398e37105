import type { ScopedAction } from '#lib/access/policy'
import type { Prisma } from '#lib/db/generated/client'
import type { ScopedKey } from './schema.ts'

/** The longest that a scoped key is warned about before its end. */
export const WARNED_MS = 7 * 86_400_000

/** Within its last quarter, a week at most: one that was made for a day is not warned about from the start. */
export function isExpiring({ createdAt, expiresAt }: { createdAt: Date; expiresAt: Date }, now: Date): boolean {
  const left = expiresAt.getTime() - now.getTime()
  return left > 0 && left < Math.min(WARNED_MS, (expiresAt.getTime() - createdAt.getTime()) / 4)
}

export const SCOPED_KEY_INCLUDE = {
  member: { select: { id: true, name: true } },
  environment: { select: { slug: true, protected: true, project: { select: { slug: true } } } },
  secrets: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 2, select: { tail: true, endsAt: true } },
} satisfies Prisma.ScopedKeyInclude
export type ScopedKeyRow = Prisma.ScopedKeyGetPayload<{ include: typeof SCOPED_KEY_INCLUDE }>

export function toScopedKey(row: ScopedKeyRow, now = new Date()): ScopedKey {
  const [current, before] = row.secrets
  const { id, name, environmentId, keyNames, addresses, maxUses, uses, lastUsedAddress, lastUsedAgent } = row
  const overlapEndsAt = before?.endsAt && before.endsAt > now ? before.endsAt.toISOString() : null
  return {
    id,
    name,
    project: row.environment.project.slug,
    environment: row.environment.slug,
    environmentId,
    protected: row.environment.protected,
    maker: row.member,
    keyNames,
    actions: row.actions as ScopedAction[],
    addresses,
    maxUses,
    uses,
    state: stateOf(row, now),
    tail: current?.tail ?? '',
    overlapEndsAt,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastUsedAddress,
    lastUsedAgent,
  }
}

function stateOf(row: ScopedKeyRow, now: Date): ScopedKey['state'] {
  if (row.endedAt) return 'ended'
  if (row.expiresAt <= now) return 'expired'
  if (row.maxUses !== null && row.uses >= row.maxUses) return 'used_up'
  return isExpiring(row, now) ? 'expiring' : 'active'
}
