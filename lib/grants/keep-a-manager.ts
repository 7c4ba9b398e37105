import type { Transaction } from '#lib/access/commit'
import { AppError } from '#lib/errors'

/** Runs a change of grants; `conflict` where nobody could manage the environment any more. Two at once come one after the other. */
export async function keepAManager<T>(tx: Transaction, environmentId: string, change: () => Promise<T>): Promise<T> {
  await tx.$queryRaw`SELECT id FROM environments WHERE id = ${environmentId} FOR UPDATE`
  const result = await change()
  const managers = await tx.member.count({
    where: {
      disabledAt: null,
      OR: [
        { grants: { some: { environmentId, role: 'manager' } } },
        { role: { in: ['owner', 'admin'] }, grants: { none: { environmentId, role: 'denied' } } },
      ],
    },
  })
  if (managers > 0) return result
  throw new AppError(
    'conflict',
    'Nobody could manage this environment any more. Nothing was changed; make somebody else manager first.',
  )
}
