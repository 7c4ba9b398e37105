import { authorize } from '#lib/access/authorize'
import { commit, type Transaction } from '#lib/access/commit'
import { findScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import { requireLiveProject } from '#lib/access/require-live-project'
import type { Context } from '#lib/context'
import { AppError, notFound } from '#lib/errors'
import { switchVersions } from '#lib/keys/switch-versions'
import type { UndoneImport } from './schema.ts'

/**
 * Takes an import back as one: what it added is deleted (and can be restored), what it changed has the value before again.
 * `conflict` where any of these was changed since, or the import was taken back already: then nothing is.
 */
export async function undoImport(ctx: Context, id: string): Promise<UndoneImport> {
  const place = (await findScope.import(id)) ?? {}
  const target = { type: 'import', id, name: 'import' }
  const grant = await authorize(ctx, 'key.undo_import', { ...place, subject: { ...place, target } })
  const row = await read(grant).keyImport.findUnique({ where: { id } })
  if (!row) throw notFound()
  await commit(
    grant,
    async (tx) => {
      await tx.keyImport.update({ where: { id, undoneAt: null }, data: { undoneAt: new Date() } })
      await takeAway(tx, row.added)
      const isRestored = await switchVersions(tx, {
        keyIds: row.changed,
        from: row.after,
        to: row.before,
        state: 'previous',
      })
      if (!isRestored) throw changedSince()
      await requireLiveProject(tx, row.projectId)
      return { result: undefined, event: { after: { deleted: row.added.length, restored: row.changed.length } } }
    },
    'This import was taken back already.',
  )
  return { deleted: row.added.length, restored: row.changed.length }
}

async function takeAway(tx: Transaction, ids: string[]): Promise<void> {
  const { count } = await tx.key.updateMany({
    where: { id: { in: ids }, version: 1, deletedAt: null },
    data: { deletedAt: new Date() },
  })
  if (count !== ids.length) throw changedSince()
}

function changedSince(): AppError {
  return new AppError(
    'conflict',
    'Some of these keys were changed or deleted since. Nothing was taken back; look at each.',
  )
}
