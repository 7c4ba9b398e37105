import { readFeed } from '#lib/calendar-feeds/read-feed'
import { FeedParams } from '#lib/calendar-feeds/schema'
import { route } from '#lib/http/route'

export const GET = route({
  action: null,
  summary: 'What is due, as a calendar reads it (RFC 5545). Needs no sign-in: whoever holds the address may.',
  params: FeedParams,
  produces: 'text/calendar',
  perMinute: 60,
  handler: async ({ params }) =>
    new Response(await readFeed(params.secret), {
      headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-store' },
    }),
})
