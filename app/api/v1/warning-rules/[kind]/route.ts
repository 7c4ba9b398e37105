import { route } from '#lib/http/route'
import { RuleParams, SetRuleInput, WarningRule } from '#lib/warnings/schema'
import { setRule } from '#lib/warnings/set-rule'

export const PATCH = route({
  action: 'warning_rule.set',
  summary: 'Turns a kind of warning on or off, or says on which days it comes.',
  params: RuleParams,
  body: SetRuleInput,
  output: WarningRule,
  handler: ({ ctx, params, body }) => setRule(ctx, params.kind, body),
})
