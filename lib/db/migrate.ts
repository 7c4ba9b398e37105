import { Client } from 'pg'
import { AppError } from '#lib/errors'
import { grantAppRole } from './grant-app-role.ts'
import { migrateQueue } from './migrate-queue.ts'
import { SCRIPT_LOCK } from './migration-adapter.ts'
import { readMigrations } from './read-migrations.ts'
import { type MigrationList, withSchemaEngine } from './schema-engine.ts'

/** One number for every Claviger, so that two that start at once migrate one after the other. */
const MIGRATION_LOCK = 0x436c61764d

export interface MigrateOptions {
  migrations?: MigrationList
  /** Called only when there is something to apply and the database holds data already: the moment for a backup. */
  beforeApply?: (pending: string[]) => Promise<void>
}

/**
 * Brings the database to this version's schema, grants the app role what it needs, and returns the names of the
 * migrations that it applied. Throws a sentence, and changes nothing, where a newer version has been at work.
 */
export async function migrate(adminUrl: string, appUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const { migrations = readMigrations(), beforeApply } = options
  const client = new Client({ connectionString: adminUrl, application_name: 'claviger migrate' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await letScriptEnd(client)
    const history = await readHistory(client)
    refuseDowngrade(history, migrations)
    const pending = migrations.migrationDirectories
      .map((each) => each.path)
      .filter((name) => !history.applied.has(name))
    if (pending.length) {
      if (history.applied.size) await beforeApply?.(pending)
      await apply(adminUrl, migrations, history.unfinished)
    }
    await migrateQueue(client)
    await grantAppRole(client, appUrl)
    return pending
  } finally {
    await client.end()
  }
}

/** A Claviger that was killed may have left a script at work, whose end decides what there is still to do. */
async function letScriptEnd(client: Client): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [SCRIPT_LOCK])
  await client.query('SELECT pg_advisory_unlock($1)', [SCRIPT_LOCK])
}

/** The migrations of this version that the database lacks, and those it has from a newer one. */
export async function migrationState(
  client: Pick<Client, 'query'>,
  migrations = readMigrations(),
): Promise<{ pending: string[]; unknown: string[] }> {
  const { applied } = await readHistory(client)
  const known = migrations.migrationDirectories.map((each) => each.path)
  return {
    pending: known.filter((name) => !applied.has(name)),
    unknown: [...applied].filter((name) => !known.includes(name)),
  }
}

interface History {
  applied: Set<string>
  /** Begun and never ended: the process died, or the script failed. PostgreSQL undid the script as a whole. */
  unfinished: string[]
}

async function readHistory(client: Pick<Client, 'query'>): Promise<History> {
  const { rows: tables } = await client.query("SELECT to_regclass('_prisma_migrations') AS name")
  if (!tables[0]?.name) return { applied: new Set(), unfinished: [] }
  const { rows } = await client.query<{ migration_name: string; finished_at: Date | null }>(
    'SELECT migration_name, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  return {
    applied: new Set(rows.filter((row) => row.finished_at).map((row) => row.migration_name)),
    unfinished: rows.filter((row) => !row.finished_at).map((row) => row.migration_name),
  }
}

function refuseDowngrade({ applied }: History, migrations: MigrationList): void {
  const known = new Set(migrations.migrationDirectories.map((each) => each.path))
  const newer = [...applied].find((name) => !known.has(name))
  if (!newer) return
  throw new AppError(
    'conflict',
    `The database was migrated by a newer version of Claviger (${newer} is not known here). Start that version, or restore the backup that was made before the upgrade.`,
  )
}

async function apply(adminUrl: string, migrationsList: MigrationList, unfinished: string[]): Promise<void> {
  try {
    await withSchemaEngine(adminUrl, async (engine) => {
      for (const migrationName of unfinished) await engine.markMigrationRolledBack({ migrationName })
      await engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } })
    })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n').filter(Boolean).slice(0, 6).join(' ') : ''
    throw new AppError('unavailable', `The database could not be migrated: ${reason}`, { cause })
  }
}
