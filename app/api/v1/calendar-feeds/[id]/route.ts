import { endFeed } from '#lib/calendar-feeds/end-feed'
import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'

export const DELETE = route({
  action: 'calendar_feed.end',
  summary: 'The address answers nothing any more.',
  params: IdParams,
  handler: ({ ctx, params }) => endFeed(ctx, params.id),
})
