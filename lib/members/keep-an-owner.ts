import type { Transaction } from '#lib/access/commit'
import { AppError } from '#lib/errors'

/** Runs a change that may unmake an owner; `conflict` where it was the last one. Two at once come one after the other. */
export async function keepAnOwner<T>(tx: Transaction, change: () => Promise<T>): Promise<T> {
  const owners = await tx.$queryRaw<unknown[]>`
    SELECT id FROM members WHERE role = 'owner' AND disabled_at IS NULL ORDER BY id FOR UPDATE`
  const result = await change()
  const isLost = owners.length > 0 && (await tx.member.count({ where: { role: 'owner', disabledAt: null } })) === 0
  if (!isLost) return result
  throw new AppError('conflict', 'Nobody would be owner any more. Nothing was changed; make somebody else owner first.')
}
