import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { authorizeChannel } from './authorize-channel.ts'
import { toChannel } from './channel-row.ts'
import type { Channel, EditChannelInput } from './schema.ts'

/** Renames a channel, turns it on or off, or says what goes there. */
export async function editChannel(ctx: Context, id: string, input: EditChannelInput): Promise<Channel> {
  const grant = await authorizeChannel(ctx, 'channel.edit', id)
  const row = await commit(grant, async (tx) => {
    const problem = input.isOn ? { problem: null, problemAt: null } : {}
    const result = await tx.channel.update({ where: { id }, data: { ...input, ...problem } })
    return { result, event: { after: input } }
  })
  return toChannel(row, 0)
}
