import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import { seenEnvironments } from '#lib/access/seen-environments'
import type { Actor } from '#lib/context'
import type { Prisma } from '#lib/db/generated/client'

const SELECT = {
  id: true,
  name: true,
  provider: true,
  projectId: true,
  environmentId: true,
  ownerId: true,
  isAutomated: true,
  rotationDueAt: true,
  expiresAt: true,
  updatedAt: true,
  project: { select: { name: true, slug: true } },
  environment: { select: { name: true } },
  owner: { select: { name: true } },
} satisfies Prisma.KeySelect

export interface DatedKey {
  kind: 'rotation' | 'expiry'
  at: Date
  key: Prisma.KeyGetPayload<{ select: typeof SELECT }>
}

/** Rotations and expiries of live keys that somebody sees, the nearest first: `most` at most, each kind by its index. */
export async function readDatedKeys(
  grant: Grant,
  seenBy: Actor,
  span: Prisma.DateTimeNullableFilter,
  most: number,
): Promise<DatedKey[]> {
  const live = {
    environmentId: seenEnvironments(seenBy),
    deletedAt: null,
    revokedAt: null,
    project: { deletedAt: null },
  }
  const find = async (kind: DatedKey['kind'], column: 'rotationDueAt' | 'expiresAt') => {
    const keys = await read(grant).key.findMany({
      where: { ...live, [column]: span },
      select: SELECT,
      orderBy: [{ [column]: 'asc' }, { id: 'asc' }],
      take: most,
    })
    return keys.flatMap((key): DatedKey[] => (key[column] ? [{ kind, at: key[column], key }] : []))
  }
  const found = [...(await find('rotation', 'rotationDueAt')), ...(await find('expiry', 'expiresAt'))]
  return found.sort((one, other) => one.at.getTime() - other.at.getTime()).slice(0, most)
}
