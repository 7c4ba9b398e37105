import { randomBytes } from 'node:crypto'
import { chmod, copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { stopPostgres } from '#lib/db/cluster'
import { runEmbeddedPostgres } from '#lib/db/embedded-postgres'
import { type Holder, holdPostgres, type Lease } from '#lib/db/lease'
import { runningPostmasterPort } from '#lib/db/running-postmaster'
import { endOf, runClaviger, startClaviger } from './run-claviger.ts'

const password = `canary-${randomBytes(12).toString('hex')}`
let home: string
const folder = (name: string) => path.join(home, name)
const settingsOf = (name: string) => ({ CLAVIGER_DATA_DIR: folder(name) })
const isRunning = (name: string) => runningPostmasterPort(path.join(folder(name), 'postgres')) !== undefined

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'claviger-embedded-'))
  await chmod(home, 0o711)
})
afterAll(async () => {
  for (const name of await readdir(home)) {
    if (isRunning(name)) await stopPostgres((await runEmbeddedPostgres(folder(name))).cluster)
  }
  await rm(home, { recursive: true, force: true })
})

describe('the doctor', () => {
  it('makes nothing where nothing was started yet, and says what will', async () => {
    const run = await runClaviger(['doctor'], settingsOf('untouched'))
    expect(run).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('npm start makes it') })
    expect(await readdir(home)).not.toContain('untouched')
  })
})

describe('an installation with the embedded database', { timeout: 60_000 }, () => {
  it('is worked on while the server is down: the database is started, and stopped again', async () => {
    const run = await runClaviger(['admin', 'create', '--email', 'owner@example.test'], settingsOf('first'), password)
    expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining('is owner') })
    expect(isRunning('first')).toBe(false)
    const doctor = await runClaviger(['doctor'], settingsOf('first'))
    expect(doctor.code).toBe(0)
    for (const line of [
      'ok    Data folder',
      'ok    Database: PostgreSQL 18',
      'ok    Migrations',
      'ok    Master key',
      'warn  Recovery key',
      'ok    Clock',
    ]) {
      expect(doctor.stdout).toContain(line)
    }
  })

  it('is worked on while the server is up: its database goes on running', async () => {
    await whileHeld(
      ['first'],
      async () => {
        const token = await runClaviger(
          ['token', 'create', '--user', 'owner@example.test', '--name', 'n'],
          settingsOf('first'),
        )
        expect(token).toMatchObject({ code: 0, stdout: expect.stringMatching(/^clv_pat_\S+\n$/) })
        expect((await runClaviger(['doctor'], settingsOf('first'))).stdout).toContain('ok    Database')
        expect(isRunning('first')).toBe(true)
      },
      'server',
    )
    expect(isRunning('first')).toBe(false)
  })

  it('is backed up, restored into an empty folder, and opens there with the copied master key', async () => {
    const file = folder('moved.backup')
    expect((await runClaviger(['backup', file], settingsOf('first'))).code).toBe(0)
    const early = await runClaviger(['restore', file], settingsOf('moved'))
    expect(early).toMatchObject({
      code: 78,
      stderr: expect.stringMatching(/Restored \d+ rows[\s\S]*master key is missing/),
    })
    expect(await readdir(folder('moved'))).not.toContain('master.key')
    const again = await runClaviger(['restore', file], settingsOf('moved'))
    expect(again).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('This database is not empty: it holds members (1)'),
    })
    await copyFile(path.join(folder('first'), 'master.key'), path.join(folder('moved'), 'master.key'))
    expect(await runClaviger(['audit', 'verify'], settingsOf('moved'))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('unbroken: 3 events'),
    })
  })

  it('comes back from a backup and the recovery key alone', async () => {
    await whileHeld(['first', 'alone'], async () => {
      const printed = await runClaviger(['recovery-key'], settingsOf('first'))
      expect(printed).toMatchObject({ code: 0, stdout: expect.stringMatching(/^CLVR(-[0-9A-Z]{5}){12}\n$/) })
      expect(printed.stderr).not.toContain(printed.stdout.slice(0, 20))
      const confirmed = await runClaviger(
        ['recovery-key', 'confirm'],
        settingsOf('first'),
        printed.stdout.trim().slice(-5),
      )
      expect(confirmed).toMatchObject({ code: 0, stderr: expect.stringContaining('Confirmed') })
      const file = folder('alone.backup')
      await runClaviger(['backup', file], settingsOf('first'))
      expect((await runClaviger(['restore', file], settingsOf('alone'))).code).toBe(78)
      const wrong = await runClaviger(
        ['recovery-key', 'restore'],
        settingsOf('alone'),
        printed.stdout.replace(/^CLVR-./, 'CLVR-*'),
      )
      expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('not a recovery key as it was printed') })
      const right = await runClaviger(['recovery-key', 'restore'], settingsOf('alone'), printed.stdout)
      expect(right).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('sealed again') })
      expect(await runClaviger(['audit', 'verify'], settingsOf('alone'))).toMatchObject({ code: 0 })
      const before = await readFile(path.join(folder('first'), 'master.key'), 'utf8')
      expect(await readFile(path.join(folder('alone'), 'master.key'), 'utf8')).not.toBe(before)
    })
  })

  it('survives that the rotation of its master key is killed while the database is asked', async () => {
    await whileHeld(['first'], async ([lease]) => {
      const blocker = await holdChain(lease)
      const child = startClaviger(['master-key', 'rotate'], settingsOf('first'))
      const end = endOf(child)
      await untilWaiting(blocker)
      expect(await readdir(folder('first'))).toContain('master.key.new')
      child.kill('SIGKILL')
      await end
      await blocker.end()
      expect((await runClaviger(['doctor'], settingsOf('first'))).stdout).toContain('ok    Master key')
      const again = await runClaviger(['master-key', 'rotate'], settingsOf('first'))
      expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('The old one is kept as') })
      const doctor = await runClaviger(['doctor'], settingsOf('first'))
      expect(doctor).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/ok {4}Master key[\s\S]*warn {2}Old master key/),
      })
      const key = await readFile(path.join(folder('first'), 'master.key'), 'utf8')
      expect(again.stdout + again.stderr + doctor.stdout).not.toContain(key.trim())
    })
  })

  it('fails the doctor when others may read its master key', async () => {
    await chmod(path.join(folder('first'), 'master.key'), 0o644)
    expect(await runClaviger(['doctor'], settingsOf('first'))).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/fail {2}Data folder.*chmod 600/),
    })
    await chmod(path.join(folder('first'), 'master.key'), 0o600)
  })

  it('lets go of the database when a command is interrupted', async () => {
    await whileHeld(['first'], async ([lease]) => {
      const blocker = await holdChain(lease)
      const child = startClaviger(['recovery-key'], settingsOf('first'))
      const end = endOf(child)
      await untilWaiting(blocker)
      child.kill('SIGINT')
      await blocker.end()
      expect(await end).toMatchObject({ code: 130, stdout: '' })
    })
    expect(isRunning('first')).toBe(false)
  })
})

/** Keeps the databases of these data folders running meanwhile, as another command would. */
async function whileHeld(names: string[], work: (leases: Lease[]) => Promise<void>, holder: Holder = 'command') {
  const leases: Lease[] = []
  try {
    for (const name of names) leases.push(await holdPostgres(folder(name), holder, false))
    await work(leases)
  } finally {
    for (const lease of leases) await lease.release()
  }
}

/** From now on nothing can be committed, until the client ends. */
async function holdChain(lease: Lease | undefined): Promise<Client> {
  const client = new Client({ connectionString: lease?.postgres.url('superuser') })
  await client.connect()
  await client.query('BEGIN')
  await client.query('SELECT 1 FROM audit_heads FOR UPDATE')
  return client
}

/** Until somebody waits for the head of the chain, which the caller holds. */
async function untilWaiting(client: Client): Promise<void> {
  await vi.waitFor(
    async () => {
      // Within a transaction PostgreSQL would go on showing what it showed first.
      await client.query('SELECT pg_stat_clear_snapshot()')
      const { rows } = await client.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
      expect(rows).not.toEqual([])
    },
    { timeout: 20_000, interval: 20 },
  )
}
