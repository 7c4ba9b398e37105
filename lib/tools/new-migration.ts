/*
 * Makes the next migration from what `prisma/schema.prisma` says and the migrations do not yet:
 *
 *   npx node lib/tools/new-migration.ts create_keys [--empty]
 *
 * Functions, triggers and other SQL that Prisma's schema cannot say are added to the new migration.sql by hand;
 * `--empty` makes a migration for nothing else.
 */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { stopPostgres } from '#lib/db/cluster'
import { runEmbeddedPostgres } from '#lib/db/embedded-postgres'
import { readMigrations } from '#lib/db/read-migrations'
import { type SchemaEngine, withSchemaEngine } from '#lib/db/schema-engine'

const PRISMA = path.resolve(import.meta.dirname, '../../prisma')
const [name, flag] = process.argv.slice(2)
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Give the migration a name that begins with a verb, such as create_keys.')
  process.exit(1)
}

const scratch = mkdtempSync(path.join(tmpdir(), 'claviger-migration-'))
chmodSync(scratch, 0o711)
const postgres = await runEmbeddedPostgres(scratch, { durable: false })
try {
  const migrations = readMigrations()
  const script = flag === '--empty' ? '-- Written by hand.\n' : await missingSql()
  if (!script) throw new Error('The migrations already say everything that prisma/schema.prisma says.')
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join(migrations.baseDir, `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'migration.sql'), script)
  writeFileSync(path.join(migrations.baseDir, 'migration_lock.toml'), 'provider = "postgresql"\n')
  console.error(`Made ${path.relative(process.cwd(), folder)}/migration.sql`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await stopPostgres(postgres.cluster)
  rmSync(scratch, { recursive: true, force: true })
}

/** Applies every migration to an empty database and asks Prisma what is still missing there. */
function missingSql(): Promise<string | undefined> {
  const file = path.join(PRISMA, 'schema.prisma')
  const schema = { path: file, content: readFileSync(file, 'utf8') }
  const filters = { externalTables: [], externalEnums: [] }
  const ask = async (engine: SchemaEngine) => {
    await engine.applyMigrations({ migrationsList: readMigrations(), filters })
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', configDir: PRISMA, files: [schema] },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters,
    })
    return stdout?.includes('-- This is an empty migration.') ? undefined : (stdout ?? undefined)
  }
  return withSchemaEngine(postgres.url('owner'), ask, [[schema.path, schema.content]])
}
