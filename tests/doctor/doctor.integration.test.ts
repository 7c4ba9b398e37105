import { randomBytes } from 'node:crypto'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { judgeClock } from '#lib/doctor/check-clock'
import { checkNode } from '#lib/doctor/check-node'
import type { Finding } from '#lib/doctor/finding'
import { runChecks } from '#lib/doctor/run-checks'
import type { Env } from '#lib/env'
import { confirmRecoveryKey } from '#lib/recovery/confirm-recovery-key'
import { createRecoveryKey } from '#lib/recovery/create-recovery-key'
import { idleQueues } from '../support/idle-queues.ts'
import { freshWorld, type World } from '../support/world.ts'

let world: World
let env: Env

beforeEach(async () => {
  world = await freshWorld()
  env = { ...world.runtime.env, databaseUrl: world.runtime.appUrl, databaseAdminUrl: world.adminUrl, controlHosts: [] }
  await chmod(env.dataDir, 0o700)
})
afterEach(() => world.close())

async function examine(changed: Partial<Env> = {}): Promise<Record<string, Finding>> {
  const findings: Record<string, Finding> = {}
  for await (const finding of runChecks({ ...env, ...changed })) findings[finding.check] = finding
  return findings
}

describe('the doctor', () => {
  it('finds nothing wrong with a sound installation, and writes nothing', async () => {
    const { printed } = await createRecoveryKey(world.operator)
    await confirmRecoveryKey(world.operator, printed.slice(-5))
    const before = await world.events()
    const { 'Node.js': _, ...findings } = await examine()
    expect(Object.values(findings).filter(({ status }) => status !== 'ok')).toEqual([])
    expect(Object.keys(findings)).toEqual([
      'Data folder',
      'Database',
      'Migrations',
      'Master key',
      'Recovery key',
      'Clock',
      'Background work',
      'Outbound network',
    ])
    expect(await world.events()).toEqual(before)
  })

  it('tells a wrong, a missing and a malformed master key apart', async () => {
    expect((await examine({ masterKey: randomBytes(32).toString('base64') }))['Master key']).toMatchObject({
      status: 'fail',
      sentence: expect.stringContaining('wrong master key'),
    })
    expect((await examine({ masterKey: 'too short' }))['Master key']).toMatchObject({
      status: 'fail',
      sentence: expect.stringContaining('32 bytes in base64'),
    })
    const empty = path.join(env.dataDir, 'elsewhere')
    await mkdir(empty, { mode: 0o700 })
    expect((await examine({ dataDir: empty }))['Master key']).toMatchObject({
      status: 'fail',
      sentence: expect.stringContaining('master key is missing'),
    })
  })

  it('fails for a database that is not reachable or was changed by a newer version, and warns of waiting migrations', async () => {
    const gone = await examine({ databaseUrl: 'postgresql://u:p@127.0.0.1:1/x', databaseAdminUrl: undefined })
    expect(gone.Database).toMatchObject({ status: 'fail', sentence: expect.stringContaining('not reachable') })
    const client = new Client({ connectionString: world.adminUrl })
    await client.connect()
    await client.query(
      "UPDATE _prisma_migrations SET migration_name = '29990101000000_future' WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)",
    )
    expect((await examine()).Migrations).toMatchObject({
      status: 'fail',
      sentence: expect.stringContaining('29990101000000_future'),
    })
    await client.query("DELETE FROM _prisma_migrations WHERE migration_name = '29990101000000_future'")
    expect((await examine()).Migrations).toMatchObject({
      status: 'warn',
      sentence: expect.stringContaining('the next start applies them'),
    })
    await client.end()
  })

  it('says whether background work is done, where a server should do it', async () => {
    expect((await examine())['Background work']).toMatchObject({
      status: 'ok',
      sentence: expect.stringContaining('No server does any now'),
    })
    await world.work(idleQueues)
    const client = new Client({ connectionString: world.adminUrl })
    await client.connect()
    await client.query('UPDATE pgboss.queue SET monitor_on = now()')
    expect((await examine())['Background work']).toMatchObject({
      status: 'warn',
      sentence: expect.stringContaining('has not run since the start'),
    })
    await client.query(
      "INSERT INTO pgboss.job (name, state, completed_on, policy) VALUES ('tests.due', 'completed', now(), 'exclusive')",
    )
    expect((await examine())['Background work']).toMatchObject({
      status: 'ok',
      sentence: 'Scheduled and bulk tests run.',
    })
    await client.end()
  })

  it('asks for a recovery key until one is confirmed', async () => {
    expect((await examine())['Recovery key']).toMatchObject({
      status: 'warn',
      sentence: expect.stringContaining('None was made'),
    })
    await createRecoveryKey(world.operator)
    expect((await examine())['Recovery key']).toMatchObject({
      status: 'warn',
      sentence: expect.stringContaining('nobody confirmed'),
    })
  })

  it('fails when others on the machine may read a master key, an old one too', async () => {
    await writeFile(path.join(env.dataDir, 'master.key.20260101T000000000Z.old'), 'x', { mode: 0o640 })
    const findings = await examine()
    expect(findings['Data folder']).toMatchObject({ status: 'fail', sentence: expect.stringContaining('.old') })
    expect(findings['Old master key']).toMatchObject({ status: 'warn' })
  })

  it('warns, and does not fail, without a network and below the version floor', async () => {
    const offline = await examine({ controlHosts: ['nowhere.invalid'] })
    expect(offline['Outbound network']).toMatchObject({
      status: 'warn',
      sentence: expect.stringContaining('nowhere.invalid is not reachable'),
    })
    expect([
      checkNode('24.22.0').status,
      checkNode('24.22.1').status,
      checkNode('24.30.0').status,
      checkNode('26.0.0').status,
    ]).toEqual(['warn', 'ok', 'ok', 'ok'])
  })

  it('judges clocks that are apart', () => {
    expect([0, 1_500, -2_500, 61_000, -90_000].map((ms) => judgeClock(ms).status)).toEqual([
      'ok',
      'ok',
      'warn',
      'fail',
      'fail',
    ])
    expect(judgeClock(-5_000).sentence).toContain('5 s behind')
  })
})
