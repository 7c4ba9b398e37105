import { deleteChannel } from '#lib/channels/delete-channel'
import { editChannel } from '#lib/channels/edit-channel'
import { Channel, EditChannelInput } from '#lib/channels/schema'
import { route } from '#lib/http/route'
import { IdParams } from '#lib/list/id-params'

export const PATCH = route({
  action: 'channel.edit',
  summary: 'Renames a channel, turns it on or off, or says what goes there.',
  params: IdParams,
  body: EditChannelInput,
  output: Channel,
  handler: ({ ctx, params, body }) => editChannel(ctx, params.id, body),
})

export const DELETE = route({
  action: 'channel.delete',
  summary: 'Nothing goes there any more, and its address is forgotten.',
  params: IdParams,
  handler: ({ ctx, params }) => deleteChannel(ctx, params.id),
})
