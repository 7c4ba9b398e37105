import type { Grant } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Prisma } from '#lib/db/generated/client'
import { DAY_MS } from '#lib/keys/key-status'

/**
 * Keys whose rotation is overdue. Each key has its own interval, but few intervals are in use: one condition for each.
 */
export async function whereOverdue(grant: Grant, seen: Prisma.KeyWhereInput, now: Date): Promise<Prisma.KeyWhereInput> {
  const intervals = await read(grant).key.groupBy({
    by: ['rotateEveryDays'],
    where: { ...seen, rotateEveryDays: { not: null } },
  })
  const due = intervals.map(({ rotateEveryDays }) => {
    return { rotateEveryDays, versionCreatedAt: { lte: new Date(now.getTime() - (rotateEveryDays ?? 0) * DAY_MS) } }
  })
  return { ...seen, revokedAt: null, OR: due }
}
