import { authorizeKey } from '#lib/access/authorize-key'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { notFound } from '#lib/errors'

/** Puts a key away. Its value stays sealed, and `restoreKey` brings it back. */
export async function deleteKey(ctx: Context, id: string): Promise<void> {
  const grant = await authorizeKey(ctx, 'key.delete', id)
  await commit(grant, async (tx) => {
    const { count } = await tx.key.updateMany({ where: { id, deletedAt: null }, data: { deletedAt: new Date() } })
    if (count === 0) throw notFound()
    return { result: undefined, event: {} }
  })
}
