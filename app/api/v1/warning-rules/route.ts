import { route } from '#lib/http/route'
import { listRules } from '#lib/warnings/list-rules'
import { WarningRuleList } from '#lib/warnings/schema'

export const GET = route({
  action: 'warning_rule.list',
  summary: 'Which warnings there are, and on which days they come.',
  output: WarningRuleList,
  handler: async ({ ctx }) => ({ items: await listRules(ctx), nextCursor: null }),
})
