import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { Client } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { migrate } from '#lib/db/migrate'
import { readMigrations } from '#lib/db/read-migrations'
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../support/database.ts'

const open: { end(): Promise<void> }[] = []
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.end()
})

async function use(database: Promise<FreshDatabase>): Promise<FreshDatabase> {
  const fresh = await database
  open.push({ end: fresh.drop })
  return fresh
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  open.push(client)
  return client
}

/** This version's migrations and one more. */
function withNext(sql: string) {
  const migrations = readMigrations()
  migrations.migrationDirectories.push({
    path: '20991231235959_add_next',
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
  })
  return migrations
}

test('brings an empty database to the newest schema, and does nothing the second time', async () => {
  const { adminUrl, appUrl } = await use(emptyDatabase())
  const known = readMigrations().migrationDirectories.map((each) => each.path)
  expect(await migrate(adminUrl, appUrl)).toEqual(known)
  expect(await migrate(adminUrl, appUrl)).toEqual([])
})

test('lets two that start at once migrate one after the other', async () => {
  const { adminUrl, appUrl } = await use(emptyDatabase())
  const [first, second] = await Promise.all([migrate(adminUrl, appUrl), migrate(adminUrl, appUrl)])
  expect([...first, ...second]).toEqual(readMigrations().migrationDirectories.map((each) => each.path))
})

test('refuses a database that a newer version has migrated, with a sentence', async () => {
  const { adminUrl, appUrl } = await use(freshDatabase())
  await migrate(adminUrl, appUrl, { migrations: withNext('CREATE TABLE next (id int);') })
  await expect(migrate(adminUrl, appUrl)).rejects.toThrow(/newer version of Claviger \(20991231235959_add_next/)
})

test('offers the moment for a backup before an upgrade, and not on a first start', async () => {
  const { adminUrl, appUrl } = await use(emptyDatabase())
  const asked: string[][] = []
  const beforeApply = async (pending: string[]) => void asked.push(pending)
  await migrate(adminUrl, appUrl, { beforeApply })
  expect(asked).toEqual([])
  await migrate(adminUrl, appUrl, { beforeApply, migrations: withNext('CREATE TABLE next (id int);') })
  expect(asked).toEqual([['20991231235959_add_next']])
})

test('leaves nothing of a migration that fails half-way, and can go on after it was mended', async () => {
  const { adminUrl, appUrl } = await use(freshDatabase())
  const broken = withNext('CREATE TABLE half (id int); SELECT 1/0;')
  await expect(migrate(adminUrl, appUrl, { migrations: broken })).rejects.toThrow(/could not be migrated: .*by zero/)
  const client = await connect(adminUrl)
  expect((await client.query("SELECT to_regclass('half') AS name")).rows[0].name).toBeNull()
  const mended = withNext('CREATE TABLE half (id int);')
  expect(await migrate(adminUrl, appUrl, { migrations: mended })).toEqual(['20991231235959_add_next'])
})

test('runs functions whose bodies hold semicolons', async () => {
  const { adminUrl, appUrl } = await use(freshDatabase())
  const body = 'CREATE FUNCTION two() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;'
  await migrate(adminUrl, appUrl, { migrations: withNext(body) })
  const client = await connect(appUrl)
  expect((await client.query('SELECT two() AS two')).rows[0].two).toBe(2)
})

test.each([
  'INSERT INTO audit_events (seq) VALUES (1)',
  "UPDATE audit_events SET reason = 'x'",
  'DELETE FROM audit_events',
  'TRUNCATE audit_events',
  'UPDATE audit_heads SET seq = 0',
  'DELETE FROM _prisma_migrations',
  'ALTER TABLE members ADD COLUMN x int',
  'CREATE TABLE mine (id int)',
  'ALTER TABLE audit_events DISABLE TRIGGER ALL',
])('the app role is not allowed: %s', async (sql) => {
  const { appUrl } = await use(freshDatabase())
  const client = await connect(appUrl)
  await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' })
})

test('the app role reads the audit and works with the rows of other tables', async () => {
  const { appUrl } = await use(freshDatabase())
  const client = await connect(appUrl)
  expect((await client.query('SELECT count(*)::int AS n FROM audit_events')).rows[0].n).toBe(0)
  await client.query("INSERT INTO members (id, email, name) VALUES ('m', 'owner@example.test', 'Owner')")
  expect((await client.query('DELETE FROM members')).rowCount).toBe(1)
})

const MIGRATE = `
  import { migrate } from ${JSON.stringify(path.resolve(import.meta.dirname, '../../lib/db/migrate.ts'))}
  await migrate(process.env.ADMIN_URL, process.env.APP_URL, { migrations: JSON.parse(process.env.MIGRATIONS) })`

test('waits for the script that a killed process left running, and does not begin it again', async () => {
  const { adminUrl, appUrl } = await use(freshDatabase())
  const migrations = withNext('CREATE TABLE next (id int); SELECT pg_advisory_xact_lock(77);')
  const holder = await connect(adminUrl)
  await holder.query('SELECT pg_advisory_lock(77)')
  const env = { ...process.env, ADMIN_URL: adminUrl, APP_URL: appUrl, MIGRATIONS: JSON.stringify(migrations) }
  const child = spawn(process.execPath, ['--input-type=module', '-e', MIGRATE], { env })
  const waiting = () => holder.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
  await expect.poll(async () => (await waiting()).rowCount, { timeout: 10_000 }).toBe(1)
  child.kill('SIGKILL')
  await once(child, 'exit')
  const next = migrate(adminUrl, appUrl, { migrations })
  next.catch(() => {})
  await expect.poll(async () => (await waiting()).rowCount, { timeout: 10_000 }).toBe(2)
  await holder.query('SELECT pg_advisory_unlock(77)')
  expect(await next).toEqual([])
  expect(await migrate(adminUrl, appUrl, { migrations })).toEqual([])
})

test('knows that a script has run when the process was killed before it could be noted', async () => {
  const { adminUrl, appUrl } = await use(freshDatabase())
  const migrations = withNext('CREATE TABLE next (id int); SELECT pg_advisory_lock(77) -- ends in a comment')
  const holder = await connect(adminUrl)
  await holder.query('SELECT pg_advisory_lock(77)')
  const applying = migrate(adminUrl, appUrl, { migrations })
  const killed = applying.catch(() => 'killed')
  await expect
    .poll(
      async () => (await holder.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")).rowCount,
    )
    .toBe(1)
  // Whatever the engine would note after the script is refused from here on, as if nobody were left to note it.
  await holder.query(`CREATE FUNCTION refuse_notes() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF OLD.finished_at IS NOT NULL OR NEW.applied_steps_count <> OLD.applied_steps_count THEN RAISE 'killed'; END IF;
    RETURN NEW; END $$`)
  await holder.query(
    'CREATE TRIGGER refuse_notes BEFORE UPDATE ON _prisma_migrations FOR EACH ROW EXECUTE FUNCTION refuse_notes()',
  )
  await holder.query('SELECT pg_advisory_unlock(77)')
  expect(await killed).toBe('killed')
  await holder.query('DROP TRIGGER refuse_notes ON _prisma_migrations')
  expect(await migrate(adminUrl, appUrl, { migrations })).toEqual([])
  expect((await holder.query('SELECT * FROM next')).rowCount).toBe(0)
})
