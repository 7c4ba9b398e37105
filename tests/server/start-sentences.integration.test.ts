import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { holdPostgres } from '#lib/db/lease'
import { migrate } from '#lib/db/migrate'
import { makeDataFolder, removeDataFolder } from '../support/data-folder.ts'
import { freshDatabase } from '../support/database.ts'
import { freePort } from '../support/port.ts'

const root = path.resolve(import.meta.dirname, '../..')
const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

function newFolder(): string {
  const folder = makeDataFolder()
  cleanups.push(() => removeDataFolder(folder))
  return folder
}

/** Runs a program of the repository to its end; these all end before a page is needed. */
function run(
  file: string,
  args: string[],
  settings: Record<string, string>,
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, ...settings }
    const child = spawn(process.execPath, [path.join(root, file), ...args], { cwd: root, env })
    let said = ''
    const collect = (chunk: Buffer) => {
      said += chunk
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('close', (code) => resolve({ code, said: said.trim() }))
  })
}

const start = async (settings: Record<string, string>) =>
  run('lib/server/main.ts', [], { PORT: String(await freePort()), ...settings })

test('says that the port is taken, and leaves no database behind', async () => {
  const folder = newFolder()
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  cleanups.push(() => taken.close())
  const { port } = taken.address() as { port: number }
  const { code, said } = await start({ PORT: String(port), CLAVIGER_DATA_DIR: folder })
  expect([code, said]).toEqual([
    1,
    `Port ${port} is already taken. Stop what listens there, or choose another one: PORT=${port + 1} npm start`,
  ])
  expect(existsSync(path.join(folder, 'database.json'))).toBe(false)
})

test('says that the data folder cannot be made', async () => {
  const file = path.join(newFolder(), 'file')
  writeFileSync(file, '')
  const { code, said } = await start({ CLAVIGER_DATA_DIR: path.join(file, 'data') })
  expect([code, said]).toEqual([1, `The data folder ${path.join(file, 'data')} is a file, or lies below one.`])
})

test('says which setting is bad', async () => {
  const { code, said } = await start({ CLAVIGER_URL: 'keys.example.com', CLAVIGER_DATA_DIR: newFolder() })
  expect([code, said]).toEqual([
    1,
    'CLAVIGER_URL must be the public address without a path, such as https://keys.example.com.',
  ])
})

test('says that the database is not reachable', async () => {
  const port = await freePort()
  const databaseUrl = `postgresql://app:canary-password@127.0.0.1:${port}/claviger`
  const { code, said } = await start({ DATABASE_URL: databaseUrl, CLAVIGER_DATA_DIR: newFolder() })
  expect(code).toBe(1)
  expect(said).toMatch(/^DATABASE_URL: the database at 127\.0\.0\.1:\d+ is not reachable \(ECONNREFUSED\)\..*\.$/)
})

test('says that Claviger already runs on the data folder', async () => {
  const folder = newFolder()
  const lease = await holdPostgres(folder, 'server', false)
  const { code, said } = await start({ CLAVIGER_DATA_DIR: folder })
  await lease.release()
  expect(code).toBe(1)
  expect(said).toMatch(/^Claviger is already running with the data folder /)
})

test('says that the database belongs to a newer version', async () => {
  const { adminUrl, appUrl, drop } = await freshDatabase()
  cleanups.push(drop)
  const { readMigrations } = await import('#lib/db/read-migrations')
  const migrations = readMigrations()
  const content = { tag: 'ok', value: 'CREATE TABLE next (id int);' } as const
  migrations.migrationDirectories.push({
    path: '20991231235959_add_next',
    migrationFile: { path: 'migration.sql', content },
  })
  await migrate(adminUrl, appUrl, { migrations })
  const { code, said } = await start({
    DATABASE_URL: appUrl,
    DATABASE_ADMIN_URL: adminUrl,
    CLAVIGER_DATA_DIR: newFolder(),
  })
  expect(code).toBe(1)
  expect(said).toMatch(/^The database was migrated by a newer version of Claviger/)
})

test('ends with a code of its own over the wrong master key, which it does not repeat', async () => {
  const { adminUrl, appUrl, drop } = await freshDatabase()
  cleanups.push(drop)
  const { createClient } = await import('#lib/db/client')
  const { openKeyring } = await import('#lib/vault/open-keyring')
  const { readEnv } = await import('#lib/env')
  const db = createClient(appUrl)
  await openKeyring({ env: readEnv({ NODE_ENV: 'test', CLAVIGER_DATA_DIR: newFolder() }), db })
  await db.$disconnect()
  const masterKey = randomBytes(32).toString('base64')
  const settings = { DATABASE_URL: appUrl, DATABASE_ADMIN_URL: adminUrl, CLAVIGER_DATA_DIR: newFolder() }
  const { code, said } = await start({ ...settings, CLAVIGER_MASTER_KEY: masterKey })
  expect(code).toBe(78)
  expect(said).toMatch(/^This is the wrong master key/)
  expect(said).not.toContain(masterKey)
})

test('the launcher names its commands where it does not know one', async () => {
  const { code, said } = await run('lib/cli/launch.mjs', ['stat'], {})
  expect([code, said]).toEqual([
    1,
    'There is no stat. Choose one of: start, dev, test, lab, bench, prove, acceptance:openclaw, new:provider, generate.',
  ])
})
