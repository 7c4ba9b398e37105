import { authorize } from '#lib/access/authorize'
import { read } from '#lib/access/read'
import type { Context } from '#lib/context'
import { channelView, toChannel } from './channel-row.ts'
import type { Channel } from './schema.ts'

/** Where warnings go besides to people, and what waits there. */
export async function listChannels(ctx: Context): Promise<Channel[]> {
  const grant = await authorize(ctx, 'channel.list')
  const rows = await read(grant).channel.findMany({
    ...channelView,
    orderBy: { id: 'asc' },
  })
  return rows.map(toChannel)
}
