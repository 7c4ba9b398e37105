import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { authorizeChannel } from './authorize-channel.ts'
import { channelView, toChannel } from './channel-row.ts'
import type { Channel, EditChannelInput } from './schema.ts'

/** Renames a channel, turns it on or off, or says what goes there. What waits for one that is turned off is not sent any more. */
export async function editChannel(ctx: Context, id: string, input: EditChannelInput): Promise<Channel> {
  const grant = await authorizeChannel(ctx, 'channel.edit', id)
  const row = await commit(grant, async (tx) => {
    const problem = input.isOn ? { problem: null, problemAt: null } : {}
    if (input.isOn === false)
      await tx.warningDelivery.updateMany({ where: { channelId: id, state: 'waiting' }, data: { state: 'cancelled' } })
    const result = await tx.channel.update({ where: { id }, data: { ...input, ...problem }, ...channelView })
    return { result, event: { after: input } }
  })
  return toChannel(row)
}
