import { testChannel } from '#lib/channels/test-channel'
import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'

export const POST = route({
  action: 'channel.test',
  summary: 'Sends a warning that is none. 502 where the channel does not take it.',
  params: IdParams,
  perMinute: 20,
  handler: ({ ctx, params }) => testChannel(ctx, params.id),
})
