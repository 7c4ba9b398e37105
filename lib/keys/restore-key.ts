import { authorizeKey } from '#lib/access/authorize-key'
import { commit } from '#lib/access/commit'
import { read } from '#lib/access/read'
import { requireLiveProject } from '#lib/access/require-live-project'
import type { Context } from '#lib/context'
import { AppError, notFound } from '#lib/errors'
import { findKey } from './find-key.ts'
import type { Key } from './schema.ts'

/** Brings a deleted key back under its name. `conflict` where the name was taken meanwhile, or the key is not deleted. */
export async function restoreKey(ctx: Context, id: string): Promise<Key> {
  const grant = await authorizeKey(ctx, 'key.restore', id)
  const key = await read(grant).key.findUnique({ where: { id }, select: { name: true, projectId: true } })
  if (!key) throw notFound()
  await commit(
    grant,
    async (tx) => {
      const { count } = await tx.key.updateMany({ where: { id, deletedAt: { not: null } }, data: { deletedAt: null } })
      if (count === 0) throw new AppError('conflict', 'This key is not deleted, so there was nothing to bring back.')
      await requireLiveProject(tx, key.projectId)
      return { result: undefined, event: {} }
    },
    `Another key was named ${key.name} in this environment meanwhile. Rename that one first, then restore this one.`,
  )
  return findKey(ctx, id)
}
