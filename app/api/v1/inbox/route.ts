import { route } from '#lib/http/route'
import { ListQuery } from '#lib/list/cursor'
import { listInbox } from '#lib/warnings/list-inbox'
import { Inbox } from '#lib/warnings/schema'

export const GET = route({
  action: 'inbox.list',
  summary: 'The warnings that reached the caller, newest first, and how many are unread.',
  query: ListQuery,
  output: Inbox,
  handler: ({ ctx, query }) => listInbox(ctx, query),
})
