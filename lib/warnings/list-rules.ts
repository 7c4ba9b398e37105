import { authorize } from '#lib/access/authorize'
import type { Context } from '#lib/context'
import { readRules } from './read-rules.ts'
import type { WarningRule } from './schema.ts'

/** Which warnings there are, and when each comes. */
export async function listRules(ctx: Context): Promise<WarningRule[]> {
  return readRules(await authorize(ctx, 'warning_rule.list'))
}
