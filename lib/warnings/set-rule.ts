import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { readRules } from './read-rules.ts'
import type { SetRuleInput, WarningKind, WarningRule } from './schema.ts'

/** Turns a kind of warning on or off, or says on which days it comes. */
export async function setRule(ctx: Context, kind: WarningKind, input: SetRuleInput): Promise<WarningRule> {
  const subject = { target: { type: 'warning_rule', id: kind, name: kind } }
  const grant = await authorize(ctx, 'warning_rule.set', { subject })
  const before = await read(grant).warningRule.findUnique({ where: { kind } })
  const data = { isOn: input.isOn ?? before?.isOn ?? true, days: input.days ?? before?.days ?? [] }
  await commit(grant, async (tx) => {
    await tx.warningRule.upsert({ where: { kind }, create: { kind, ...data }, update: data })
    return { result: undefined, event: { after: { kind, ...data } } }
  })
  const rule = (await readRules(grant)).find((each) => each.kind === kind)
  return rule ?? { kind, says: kind, counts: null, ...data }
}
