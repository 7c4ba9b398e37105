import { migrate, migrationState } from '#lib/db/migrate'
import { readMigrations } from '#lib/db/read-migrations'
import type { Database } from '#lib/db/start-database'
import { AppError } from '#lib/errors'
import { connect } from './connect.ts'
import { loadBackup } from './load-backup.ts'
import { refuseNonEmpty } from './refuse-non-empty.ts'
import type { BackupHeader, BackupSummary } from './schema.ts'
import { verifyBackup } from './verify-backup.ts'

/**
 * Puts a backup into an empty database: the whole file is verified first, the schema is brought to the backup's, all rows
 * are loaded in one transaction, and only then the schema moves on to this version's. Throws a sentence and leaves the
 * database empty where the file is damaged or newer, or the database holds anything.
 */
export async function restoreBackup(
  database: Pick<Database, 'adminUrl' | 'appUrl'>,
  file: string,
): Promise<BackupSummary> {
  const summary = await verifyBackup(file)
  const migrations = migrationsOf(summary.header)
  const client = await connect(database.adminUrl, 'claviger restore')
  try {
    await refuseNonEmpty(client)
    const { unknown } = await migrationState(client, migrations)
    if (unknown.length) throw tooFar(unknown)
    await migrate(database.adminUrl, database.appUrl, { migrations })
    await loadBackup(client, file)
  } finally {
    await client.end().catch(() => {})
  }
  await migrate(database.adminUrl, database.appUrl)
  return summary
}

/** The migrations of this version that the backup had already; refuses one that this version does not know. */
function migrationsOf(header: BackupHeader) {
  const all = readMigrations()
  const known = new Set(all.migrationDirectories.map((each) => each.path))
  const newer = header.migrations.find((name) => !known.has(name))
  if (newer) {
    throw new AppError(
      'invalid',
      `This backup was made by a newer version of Claviger (${header.version}; ${newer} is not known here). Update Claviger, then restore.`,
    )
  }
  return {
    ...all,
    migrationDirectories: all.migrationDirectories.filter(({ path }) => header.migrations.includes(path)),
  }
}

const tooFar = (unknown: string[]) =>
  new AppError(
    'conflict',
    `The database is empty, but already has migrations that the backup had not (${unknown.join(', ')}). Restore into a new data folder or an empty database.`,
  )
