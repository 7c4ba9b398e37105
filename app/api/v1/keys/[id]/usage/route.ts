import { route } from '#lib/http/route'
import { listUsage } from '#lib/key-history/list-usage'
import { KeyUsageList } from '#lib/key-history/schema'
import { IdParams } from '#lib/list/id-params'

export const GET = route({
  action: 'key.find',
  summary: 'Who used a key, which version and how often.',
  params: IdParams,
  output: KeyUsageList,
  handler: ({ ctx, params }) => listUsage(ctx, params.id),
})
