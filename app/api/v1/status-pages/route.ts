import { route } from '#lib/http/route'
import { listStatusPages } from '#lib/status-pages/list-status-pages'
import { ListStatusPagesQuery, StatusPages } from '#lib/status-pages/schema'

export const GET = route({
  action: 'status.list',
  summary: 'What every provider says of itself: its state, and incidents that are open or recent.',
  query: ListStatusPagesQuery,
  output: StatusPages,
  handler: ({ ctx, query }) => listStatusPages(ctx, query),
})
