import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createClient } from '#lib/db/client'
import { readEnv } from '#lib/env'
import { readPolicy } from '#lib/outbound/policy'
import { readinessCheck } from '#lib/server/health'
import { setRuntime } from '#lib/server/runtime'
import { openKeyring } from '#lib/vault/open-keyring'
import { makeDataFolder, removeDataFolder } from '../support/data-folder.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'

let database: FreshDatabase
let stop: () => Promise<void>

beforeEach(async () => {
  database = await freshDatabase()
  const folder = makeDataFolder()
  const env = readEnv({ NODE_ENV: 'test', CLAVIGER_DATA_DIR: folder })
  const db = createClient(database.appUrl)
  const keyring = await openKeyring({ env, db })
  const outbound = readPolicy({ ...env, controlHosts: [] })
  setRuntime({ env, db, keyring, outbound, appUrl: database.appUrl, startedAt: new Date() })
  stop = async () => {
    setRuntime(undefined)
    await db.$disconnect()
    removeDataFolder(folder)
  }
})
afterEach(async () => {
  await stop()
  await database.drop().catch(() => {})
})

async function change(sql: string): Promise<void> {
  const client = new Client({ connectionString: database.adminUrl })
  await client.connect()
  await client.query(sql)
  await client.end()
}

test('is ready with this version of the schema under its own master key', async () => {
  expect((await readinessCheck()()).reasons).toEqual([])
})

test('says that a migration is missing', async () => {
  await change('UPDATE _prisma_migrations SET finished_at = NULL')
  expect((await readinessCheck()()).reasons).toEqual(['Migrations of this version are missing in the database.'])
})

test('says that a newer version has been at work', async () => {
  await change("UPDATE _prisma_migrations SET migration_name = '20991231235959_x'")
  expect((await readinessCheck()()).reasons).toContain('The database was migrated by a newer version.')
})

test('says that the database is sealed under another master key', async () => {
  await change('UPDATE root_keys SET "check" = repeat($$0$$, 32)')
  expect((await readinessCheck()()).reasons).toEqual([
    'The master key in use is not the one that the database is sealed under.',
  ])
})

test('says that the database is gone', async () => {
  await database.drop()
  expect((await readinessCheck()()).reasons).toEqual(['The database is not reachable.'])
})

test('asks the database at most once a second, however often it is asked itself', async () => {
  const check = readinessCheck()
  expect((await check()).reasons).toEqual([])
  await database.drop()
  expect((await check()).reasons).toEqual([])
})
