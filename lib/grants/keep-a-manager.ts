import type { Transaction } from '#lib/access/commit'
import { AppError } from '#lib/errors'

/** Runs a change of grants; `conflict` where it takes the last manager away. Two at once come one after the other. */
export async function keepAManager<T>(tx: Transaction, environmentId: string, change: () => Promise<T>): Promise<T> {
  await tx.$queryRaw`SELECT id FROM environments WHERE id = ${environmentId} FOR UPDATE`
  const before = await countManagers(tx, environmentId)
  const result = await change()
  if (before === 0 || (await countManagers(tx, environmentId)) > 0) return result
  throw new AppError(
    'conflict',
    'Nobody could manage this environment any more. Nothing was changed; make somebody else manager first.',
  )
}

function countManagers(tx: Transaction, environmentId: string): Promise<number> {
  return tx.member.count({
    where: {
      disabledAt: null,
      OR: [
        { grants: { some: { environmentId, role: 'manager' } } },
        { role: { in: ['owner', 'admin'] }, grants: { none: { environmentId, role: 'denied' } } },
      ],
    },
  })
}
