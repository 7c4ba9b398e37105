import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { AppError, invalid } from '#lib/errors'
import { authorizeWarning } from './authorize-warning.ts'
import type { SnoozeInput, Warning } from './schema.ts'
import { toWarning } from './warning-row.ts'

const LONGEST_MS = 90 * 86_400_000

/** Nobody is told of it until then, for a reason that everybody may read; then it is told anew. */
export async function snoozeWarning(ctx: Context, id: string, { until, reason }: SnoozeInput): Promise<Warning> {
  const { grant, row } = await authorizeWarning(ctx, 'warning.snooze', id)
  if (row.resolvedAt) throw new AppError('conflict', 'This is over already. Nothing was changed.')
  const end = new Date(until)
  if (end <= new Date()) throw invalid('until', 'Give a time to come.')
  if (end.getTime() - Date.now() > LONGEST_MS) throw invalid('until', 'A warning sleeps for 90 days at most.')
  const snoozed = await commit(grant, async (tx) => {
    const data = { snoozedUntil: end, snoozedByName: ctx.actor.name, snoozeReason: reason }
    const result = await tx.warning.update({ where: { id, resolvedAt: null }, data })
    await tx.warningDelivery.updateMany({ where: { warningId: id, state: 'waiting' }, data: { state: 'cancelled' } })
    return { result, event: { reason, after: { until: end.toISOString() } } }
  })
  return toWarning(snoozed)
}
