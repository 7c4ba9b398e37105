import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { authorizeWarning } from './authorize-warning.ts'
import type { Warning } from './schema.ts'
import { toWarning } from './warning-row.ts'

/** Ends a snooze before its time: it is told anew within a minute. */
export async function wakeWarning(ctx: Context, id: string): Promise<Warning> {
  const { grant, row } = await authorizeWarning(ctx, 'warning.snooze', id)
  if (!row.snoozedUntil) return toWarning(row)
  const woken = await commit(grant, async (tx) => {
    const result = await tx.warning.update({ where: { id }, data: { snoozedUntil: new Date(0) } })
    return { result, event: { before: { until: row.snoozedUntil?.toISOString() } } }
  })
  return { ...toWarning(woken), snooze: null }
}
