import { createFeed } from '#lib/calendar-feeds/create-feed'
import { listFeeds } from '#lib/calendar-feeds/list-feeds'
import { CalendarFeedList, NewCalendarFeed } from '#lib/calendar-feeds/schema'
import { route } from '#lib/http/route'

export const GET = route({
  action: 'calendar_feed.list',
  summary: 'The calendar addresses that the caller made.',
  output: CalendarFeedList,
  handler: async ({ ctx }) => ({ items: await listFeeds(ctx), nextCursor: null }),
})

export const POST = route({
  action: 'calendar_feed.create',
  summary: 'An address for a calendar program: names and dates of what the caller sees. It is in this answer alone.',
  output: NewCalendarFeed,
  status: 201,
  perMinute: 10,
  handler: ({ ctx }) => createFeed(ctx),
})
