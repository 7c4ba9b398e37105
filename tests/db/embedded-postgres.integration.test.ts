import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { readClusterRecord } from '#lib/db/cluster-record'
import { type Holder, holdPostgres } from '#lib/db/lease'
import { makeDataFolder, postmasterPid, removeDataFolder } from '../support/data-folder.ts'

const root = path.resolve(import.meta.dirname, '../..')
const isRoot = process.getuid?.() === 0
const folders: string[] = []
const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) removeDataFolder(folder)
})

function newFolder(mode?: number): string {
  const folder = makeDataFolder(mode)
  folders.push(folder)
  return folder
}

const hold = (folder: string, holder: Holder = 'server') => holdPostgres(folder, holder, false)
const clusterOf = (folder: string) => readClusterRecord(folder)?.cluster ?? ''

/** Another process that holds the folder; resolves when its database is ready. */
async function holdElsewhere(folder: string, ...options: string[]): Promise<{ child: ChildProcess; url: string }> {
  const file = path.join(root, 'tests/support/hold-database.ts')
  const child = spawn(process.execPath, [file, folder, 'server', ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = await once(child.stdout ?? child, 'data')
  return { child, url: String(line).trim() }
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function gone(pid: number): Promise<void> {
  while (existsSync(`/proc/${pid}/cwd`)) await sleep(20)
}

test('starts PostgreSQL 18 on loopback and stops it with its last user', async () => {
  const folder = newFolder()
  const server = await hold(folder)
  const command = await hold(folder, 'command')
  const [row] = await query(
    command.postgres.url('app'),
    "SELECT current_setting('server_version_num')::int / 10000 AS major",
  )
  expect(row?.major).toBe(18)
  await server.release()
  expect(await query(command.postgres.url('owner'), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await command.release()
  expect(postmasterPid(clusterOf(folder))).toBeUndefined()
})

test('adopts the PostgreSQL that a killed Claviger left running', async () => {
  const folder = newFolder()
  const { child, url } = await holdElsewhere(folder)
  await query(url, 'CREATE TABLE kept AS SELECT 7 AS n')
  const pid = postmasterPid(clusterOf(folder))
  child.kill('SIGKILL')
  await once(child, 'exit')
  const next = await hold(folder)
  expect(postmasterPid(clusterOf(folder))).toBe(pid)
  expect(await query(next.postgres.url('owner'), 'SELECT n FROM kept')).toEqual([{ n: 7 }])
  await next.release()
})

test('loses nothing that was committed when Claviger and PostgreSQL are killed together', async () => {
  const folder = newFolder()
  const { child, url } = await holdElsewhere(folder, 'durable')
  await query(url, 'CREATE TABLE kept AS SELECT 7 AS n')
  const pid = postmasterPid(clusterOf(folder)) ?? 0
  child.kill('SIGKILL')
  process.kill(pid, 'SIGKILL')
  await gone(pid)
  const next = await hold(folder)
  expect(await query(next.postgres.url('owner'), 'SELECT n FROM kept')).toEqual([{ n: 7 }])
  await next.release()
})

test('refuses a second server on the same data folder with a sentence', async () => {
  const folder = newFolder()
  const { url } = await holdElsewhere(folder)
  await expect(hold(folder)).rejects.toThrow(`Claviger is already running with the data folder ${folder}`)
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('starts over a pid file whose number belongs to another process by now', async () => {
  const folder = newFolder()
  await (await hold(folder)).release()
  writeFileSync(
    path.join(clusterOf(folder), 'postmaster.pid'),
    `${process.pid}\n${clusterOf(folder)}\n1\n5432\n\n127.0.0.1\n`,
  )
  const next = await hold(folder)
  expect(await query(next.postgres.url('owner'), 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await next.release()
})

test('brings PostgreSQL back on the same port when it dies under a running server', async () => {
  const folder = newFolder()
  const server = await hold(folder)
  const pid = postmasterPid(clusterOf(folder)) ?? 0
  process.kill(pid, 'SIGKILL')
  await gone(pid)
  await expect
    .poll(() => query(server.postgres.url('app'), 'SELECT 1 AS one').catch(() => []), { timeout: 15_000 })
    .toEqual([{ one: 1 }])
  await server.release()
})

test('lets two that start at the same first moment agree on one cluster', async () => {
  const folder = newFolder()
  const [one, two] = await Promise.all([hold(folder, 'command'), hold(folder, 'command')])
  expect(one.postgres.url('app')).toBe(two.postgres.url('app'))
  await Promise.all([one.release(), two.release()])
  expect(postmasterPid(clusterOf(folder))).toBeUndefined()
})

test('keeps its passwords readable to their owner alone, and its own settings out of the database process', async () => {
  process.env.CLAVIGER_CANARY = 'canary-of-the-environment'
  const folder = newFolder()
  const server = await hold(folder)
  delete process.env.CLAVIGER_CANARY
  const pid = postmasterPid(clusterOf(folder))
  if (process.platform === 'linux') expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('canary')
  const { mode } = statSync(path.join(folder, 'database.json'))
  expect(mode & 0o077).toBe(0)
  await server.release()
})

test('logs neither statements nor values, not even of what fails', async () => {
  const folder = newFolder()
  const server = await hold(folder)
  const url = server.postgres.url('owner')
  await query(url, "CREATE TABLE t (v text UNIQUE); INSERT INTO t VALUES ('canary-of-a-value')")
  await expect(query(url, "INSERT INTO t VALUES ('canary-of-a-value')")).rejects.toThrow()
  await server.release()
  const log = readFileSync(path.join(folder, 'postgres.log'), 'utf8')
  expect(log).toContain('duplicate key')
  expect(log).not.toContain('canary')
})

test.runIf(isRoot)('works as root in a folder that the database user cannot enter', async () => {
  const folder = newFolder(0o700)
  const server = await hold(folder)
  expect(clusterOf(folder)).toMatch(/^\/var\/lib\/claviger\//)
  await query(server.postgres.url('owner'), 'CREATE TABLE kept AS SELECT 7 AS n')
  await server.release()
  const again = await hold(folder)
  expect(await query(again.postgres.url('owner'), 'SELECT n FROM kept')).toEqual([{ n: 7 }])
  await again.release()
})

test.runIf(isRoot)('never wakes up the old database of a data folder that was deleted', async () => {
  const folder = newFolder(0o700)
  await (await hold(folder)).release()
  const old = clusterOf(folder)
  rmSync(path.join(folder, 'database.json'))
  chmodSync(folder, 0o700)
  await (await hold(folder)).release()
  expect(clusterOf(folder)).not.toBe(old)
  rmSync(path.dirname(old), { recursive: true })
})
