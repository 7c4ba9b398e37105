import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { authorizeChannel } from './authorize-channel.ts'

/** Nothing goes there any more, and its address is forgotten. */
export async function deleteChannel(ctx: Context, id: string): Promise<void> {
  const grant = await authorizeChannel(ctx, 'channel.delete', id)
  await commit(grant, async (tx) => {
    await tx.channel.delete({ where: { id } })
    return { result: undefined, event: {} }
  })
}
