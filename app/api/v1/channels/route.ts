import { createChannel } from '#lib/channels/create-channel'
import { listChannels } from '#lib/channels/list-channels'
import { ChannelList, CreateChannelInput, NewChannel } from '#lib/channels/schema'
import { route } from '#lib/http/route'

export const GET = route({
  action: 'channel.list',
  summary: 'Where warnings go besides to people, and what waits there.',
  output: ChannelList,
  handler: async ({ ctx }) => ({ items: await listChannels(ctx), nextCursor: null }),
})

export const POST = route({
  action: 'channel.create',
  summary:
    'Warnings go to this Slack, Teams, PagerDuty or webhook from now on. The secret that signs a webhook is in this answer alone.',
  body: CreateChannelInput,
  output: NewChannel,
  status: 201,
  handler: ({ ctx, body }) => createChannel(ctx, body),
})
