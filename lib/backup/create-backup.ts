import path from 'node:path'
import { authorize } from '#lib/access/authorize'
import { commit } from '#lib/access/commit'
import type { Context } from '#lib/context'
import type { Database } from '#lib/db/start-database'
import type { BackupSummary } from './schema.ts'
import { writeBackup } from './write-backup.ts'

/**
 * Records that a backup is made, then writes it; so every backup holds the event of its own making. A failure is
 * recorded too. Throws as `writeBackup` does.
 */
export async function createBackup(
  ctx: Context,
  database: Pick<Database, 'adminUrl'>,
  file: string,
): Promise<BackupSummary> {
  const target = { type: 'backup', id: path.basename(file), name: path.basename(file) }
  const grant = await authorize(ctx, 'installation.operate', { subject: { target } })
  await commit(grant, async () => ({ result: undefined, event: { target, after: { operation: 'backup', file } } }))
  try {
    return await writeBackup(database.adminUrl, file)
  } catch (error) {
    await commit(grant, async () => ({
      result: undefined,
      event: { target, outcome: 'failed', after: { operation: 'backup', file } },
    }))
    throw error
  }
}
