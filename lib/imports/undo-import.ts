import { authorize } from '#lib/access/authorize'
import { commit, type Transaction } from '#lib/access/commit'
import { findScope } from '#lib/access/find-scope'
import { read } from '#lib/access/read'
import { requireLiveProject } from '#lib/access/require-live-project'
import type { Context } from '#lib/context'
import type { KeyImport } from '#lib/db/generated/client'
import { AppError, notFound } from '#lib/errors'
import { forgetPairing } from '#lib/keys/forget-pairing'
import type { UndoneImport } from './schema.ts'

/**
 * Takes an import back as one: what it added is deleted (and can be restored), what it changed has the value before again.
 * `conflict` where any of these was changed since, or the import was taken back already: then nothing is.
 */
export async function undoImport(ctx: Context, id: string): Promise<UndoneImport> {
  const place = (await findScope('import', id)) ?? {}
  const target = { type: 'import', id, name: 'import' }
  const grant = await authorize(ctx, 'key.undo_import', { ...place, subject: { ...place, target } })
  const row = await read(grant).keyImport.findUnique({ where: { id } })
  if (!row) throw notFound()
  await commit(
    grant,
    async (tx) => {
      await tx.keyImport.update({ where: { id, undoneAt: null }, data: { undoneAt: new Date() } })
      await takeAway(tx, row.added)
      await putBack(tx, row)
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

/** The key's row is the lock, as it is for a new version. */
async function putBack(tx: Transaction, { changed, before, after }: KeyImport): Promise<void> {
  const now = new Date()
  const count = await tx.$executeRaw`
    UPDATE keys SET version = b.number, fingerprint = b.fingerprint, masked = b.masked, version_created_at = b.created_at, updated_at = ${now}
    FROM unnest(${changed}::text[], ${before}::int[], ${after}::int[]) AS v (key_id, before, after)
    JOIN key_versions b ON b.key_id = v.key_id AND b.number = v.before AND b.state = 'previous'
    WHERE keys.id = v.key_id AND keys.version = v.after AND keys.deleted_at IS NULL`
  if (count !== changed.length) throw changedSince()
  await tx.keyVersion.updateMany({
    where: { keyId: { in: changed }, state: 'current' },
    data: { state: 'previous', retiredAt: now },
  })
  await tx.$executeRaw`
    UPDATE key_versions SET state = 'current', retired_at = NULL
    FROM unnest(${changed}::text[], ${before}::int[]) AS v (key_id, before)
    WHERE key_versions.key_id = v.key_id AND key_versions.number = v.before`
  await forgetPairing(tx, changed)
}

function changedSince(): AppError {
  return new AppError(
    'conflict',
    'Some of these keys were changed or deleted since. Nothing was taken back; look at each.',
  )
}
