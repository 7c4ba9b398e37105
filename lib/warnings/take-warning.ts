import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { AppError } from '#lib/errors'
import { authorizeWarning } from './authorize-warning.ts'
import type { Warning } from './schema.ts'
import { toWarning } from './warning-row.ts'

/** Somebody takes care of it: nobody else is told until it comes closer. */
export async function takeWarning(ctx: Context, id: string): Promise<Warning> {
  const { grant, row } = await authorizeWarning(ctx, 'warning.take', id)
  if (row.resolvedAt) throw new AppError('conflict', 'This is over already. Nothing was changed.')
  const taken = await commit(grant, async (tx) => {
    const data = { takenById: ctx.actor.id, takenByName: ctx.actor.name, escalateAt: null }
    const result = await tx.warning.update({ where: { id, resolvedAt: null }, data })
    return { result, event: { after: { taken: true } } }
  })
  return toWarning(taken)
}
