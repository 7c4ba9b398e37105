import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createClient, createPool, type Pool } from '#lib/db/client'
import { readEnv } from '#lib/env'
import { startJobs } from '#lib/jobs/start-jobs'
import { readPolicy } from '#lib/outbound/policy'
import { readinessCheck } from '#lib/server/health'
import { runtime, setRuntime } from '#lib/server/runtime'
import { openKeyring } from '#lib/vault/open-keyring'
import { makeDataFolder, removeDataFolder } from '../support/data-folder.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { idleQueues } from '../support/idle-queues.ts'

const RAN_LONG_AGO = `INSERT INTO pgboss.job (name, state, completed_on, policy) VALUES ('tests.due', 'completed', now() - interval '20 minutes', 'exclusive')`

let database: FreshDatabase
let pool: Pool
let stop: () => Promise<void>

beforeEach(async () => {
  database = await freshDatabase()
  const folder = makeDataFolder()
  const env = readEnv({ NODE_ENV: 'test', CLAVIGER_DATA_DIR: folder })
  pool = createPool(database.appUrl)
  const db = createClient(pool)
  const keyring = await openKeyring({ env, db })
  const outbound = readPolicy({ ...env, controlHosts: [] })
  setRuntime({ env, db, pool, keyring, outbound, appUrl: database.appUrl, startedAt: new Date() })
  stop = async () => {
    setRuntime(undefined)
    await db.$disconnect()
    await pool.end()
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

test('is ready, and warns, where background work was not started or does not run any more', async () => {
  expect((await readinessCheck()()).warnings).toEqual([expect.stringContaining('could not be started')])
  const jobs = await startJobs(pool, idleQueues)
  try {
    setRuntime({ ...runtime(), jobs })
    expect(await readinessCheck()()).toEqual({ reasons: [], warnings: [] })
    setRuntime({ ...runtime(), startedAt: new Date(Date.now() - 3_600_000) })
    expect((await readinessCheck()()).warnings).toEqual([expect.stringContaining('has not run since the start')])
    await change(RAN_LONG_AGO)
    expect((await readinessCheck()()).warnings).toEqual([expect.stringContaining('has not run for 20 minutes')])
    await change(`UPDATE pgboss.job SET completed_on = now() WHERE name = 'tests.due'`)
    expect((await readinessCheck()()).warnings).toEqual([])
  } finally {
    await jobs.stop()
  }
})

test('asks the database at most once a second, however often it is asked itself', async () => {
  const check = readinessCheck()
  expect((await check()).reasons).toEqual([])
  await database.drop()
  expect((await check()).reasons).toEqual([])
})
