import { authorizeKey } from '#lib/access/authorize-key'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { automationInclude, toAutomation } from './automation-row.ts'
import type { Automation } from './schema.ts'

/** How the next value of a key is made without a person; null where a person makes it. */
export async function findAutomation(ctx: Context, keyId: string): Promise<Automation | null> {
  const grant = await authorizeKey(ctx, 'automation.find', keyId)
  const row = await read(grant).automation.findUnique({ where: { keyId }, include: automationInclude })
  return row && toAutomation(row)
}
