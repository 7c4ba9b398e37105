import { route } from '#lib/http/route'
import { listTimeline } from '#lib/key-history/list-timeline'
import { Timeline } from '#lib/key-history/schema'
import { ListQuery } from '#lib/list/cursor'
import { IdParams } from '#lib/list/id-params'

export const GET = route({
  action: 'key.find',
  summary: 'One merged history of a key, newest first.',
  params: IdParams,
  query: ListQuery,
  output: Timeline,
  handler: ({ ctx, params, query }) => listTimeline(ctx, params.id, query),
})
