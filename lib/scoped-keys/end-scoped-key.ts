import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import { authorizeScopedKey } from './authorize-scoped-key.ts'

/** Ends a scoped key: its next use is refused, on every replica. Ending one that has ended is a `conflict`. */
export async function endScopedKey(ctx: Context, id: string): Promise<void> {
  const { grant, row } = await authorizeScopedKey(ctx, 'scoped_key.end', id)
  await commit(
    grant,
    async (tx) => {
      await tx.scopedKey.update({ where: { id, endedAt: null }, data: { endedAt: new Date() } })
      return { result: undefined, event: { target: { type: 'scoped_key', id, name: row.name } } }
    },
    'This scoped key had ended already.',
  )
}
