import { authorizeKey } from '#lib/access/authorize-key'
import { commitEvent } from '#lib/access/commit'
import { read } from '#lib/access/read'
import { automationInclude, toAutomation } from '#lib/automations/automation-row'
import type { Automation } from '#lib/automations/schema'
import type { Context } from '#lib/context'
import { AppError, notFound } from '#lib/errors'
import { compareOne } from './compare-with-provider.ts'

/** The comparison that the clock makes anyhow, now. `upstream` where the provider does not list its keys. */
export async function compareNow(ctx: Context, keyId: string): Promise<Automation> {
  const grant = await authorizeKey(ctx, 'automation.compare', keyId)
  const automation = await read(grant).automation.findUnique({ where: { keyId }, include: { key: true } })
  if (!automation) throw notFound()
  await commitEvent(grant, {})
  await compareOne(automation, new Date())
  const row = await read(grant).automation.findUniqueOrThrow({ where: { keyId }, include: automationInclude })
  if (row.problem) throw new AppError('upstream', `${row.problem} Nothing was changed.`)
  return toAutomation(row)
}
