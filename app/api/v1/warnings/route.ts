import { route } from '#lib/http/route'
import { listWarnings } from '#lib/warnings/list-warnings'
import { ListWarningsQuery, WarningList } from '#lib/warnings/schema'

export const GET = route({
  action: 'warning.list',
  summary: 'Warnings about what the caller sees, newest first: open ones, snoozed ones, or those that are over.',
  query: ListWarningsQuery,
  output: WarningList,
  handler: ({ ctx, query }) => listWarnings(ctx, query),
})
