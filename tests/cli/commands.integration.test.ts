import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, type PrismaClient } from '#lib/db/client'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { type Run, runClaviger } from './run-claviger.ts'

const EMAIL = 'owner@example.test'
const password = `canary-${randomBytes(12).toString('hex')}`
const masterKey = randomBytes(32).toString('base64')
const shown: string[] = []
let database: FreshDatabase
let db: PrismaClient
let folder: string
let settings: Record<string, string>

beforeAll(async () => {
  database = await freshDatabase()
  db = createClient(database.appUrl)
  folder = await mkdtemp(path.join(tmpdir(), 'claviger-cli-'))
  settings = {
    CLAVIGER_DATA_DIR: folder,
    DATABASE_URL: database.appUrl,
    DATABASE_ADMIN_URL: database.adminUrl,
    CLAVIGER_MASTER_KEY: masterKey,
  }
})

afterAll(async () => {
  await db.$disconnect()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

async function run(args: string[], input = ''): Promise<Run> {
  const result = await runClaviger(args, settings, input)
  shown.push(result.stdout, result.stderr)
  return result
}

describe('npx claviger', { timeout: 60_000 }, () => {
  it('makes the first admin owner and later ones admin, with a password from standard input', async () => {
    const first = await run(['admin', 'create', '--email', 'Owner@Example.test'], `${password}\n`)
    expect(first).toEqual({ code: 0, stdout: '', stderr: expect.stringContaining(`${EMAIL} is owner`) })
    const second = await run(
      ['admin', 'create', '--email', 'second@example.test', '--name', 'The second'],
      `${password}2`,
    )
    expect(second.stderr).toContain('is admin')
    const roles = await db.member.findMany({
      select: { name: true, role: true, passwordHash: true },
      orderBy: { email: 'asc' },
    })
    expect(roles).toMatchObject([
      { name: 'Owner', role: 'owner' },
      { name: 'The second', role: 'admin' },
    ])
    expect(roles[0]?.passwordHash).toMatch(/^\$argon2id\$/)
  })

  it('refuses an admin without a password, with a short one, with a bad address and with a taken one, in a sentence', async () => {
    const cases: [string, string, string][] = [
      ['x@example.test', '', 'Nothing came in on standard input'],
      ['x@example.test', 'short\n', 'at least 8 characters'],
      ['not an address', password, 'email address'],
      [EMAIL, password, 'already a member'],
    ]
    for (const [email, input, sentence] of cases) {
      const { code, stdout, stderr } = await run(['admin', 'create', '--email', email], input)
      expect({ code, stdout, stderr }).toEqual({ code: 1, stdout: '', stderr: expect.stringContaining(sentence) })
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
    expect(await db.member.count()).toBe(2)
  })

  it('prints a new token alone on standard output, and keeps only its hash', async () => {
    const { code, stdout, stderr } = await run(['token', 'create', '--user', EMAIL, '--name', 'deploy', '--days', '7'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^clv_pat_[0-9A-Za-z_-]{40,}\n$/)
    expect(stderr).not.toContain(stdout.trim())
    const token = await db.token.findFirstOrThrow()
    expect(Math.round((token.expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(7)
    const rows = JSON.stringify(await db.auditEvent.findMany({ select: { body: true } }))
    expect(rows + JSON.stringify(token)).not.toContain(stdout.trim().slice(8, 30))
  })

  it('refuses a token for nobody and for no sensible time, and prints nothing on standard output', async () => {
    const nobody = await run(['token', 'create', '--user', 'nobody@example.test', '--name', 'n'])
    expect(nobody).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('There is no member nobody@example.test'),
    })
    for (const days of ['0', '366', 'many', '-1']) {
      const { code, stdout } = await run(['token', 'create', '--user', EMAIL, '--name', 'n', `--days=${days}`])
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    }
  })

  it('resets a password and ends the sessions of that member alone', async () => {
    const [owner, second] = await db.member.findMany({ orderBy: { email: 'asc' } })
    for (const member of [owner, second]) {
      await db.session.create({
        data: { id: `ses_${member?.id}`, memberId: member?.id ?? '', expiresAt: new Date(Date.now() + 60_000) },
      })
    }
    const { code, stderr } = await run(['admin', 'reset-password', '--email', EMAIL], `${password}-new\n`)
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('signed out everywhere') })
    const after = await db.member.findUniqueOrThrow({ where: { email: EMAIL }, include: { sessions: true } })
    expect(after.passwordHash).not.toBe(owner?.passwordHash)
    expect(after.sessions.every(({ endedAt }) => endedAt)).toBe(true)
    expect(await db.session.count({ where: { memberId: second?.id, endedAt: null } })).toBe(1)
  })

  it('records who sat at the machine for each of these, and verifies the chain', async () => {
    const events = await db.auditEvent.findMany({ orderBy: { seq: 'asc' } })
    expect(new Set(events.map(({ actorType }) => actorType))).toEqual(new Set(['operator']))
    expect(events.map(({ action }) => action)).toEqual([
      'member.create',
      'member.create',
      'token.create',
      'member.edit',
    ])
    expect(await run(['audit', 'verify'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('unbroken: 4 events'),
    })
  })

  it('names the events that somebody changed, with exit code 1', async () => {
    const admin = createClient(database.adminUrl)
    await admin.$executeRaw`ALTER TABLE audit_events DISABLE TRIGGER USER`
    const { actorName } = await admin.auditEvent.findUniqueOrThrow({ where: { seq: 2 } })
    await admin.auditEvent.update({ where: { seq: 2 }, data: { actorName: 'somebody else' } })
    expect(await run(['audit', 'verify'])).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('Changed or inserted: event 2'),
    })
    await admin.auditEvent.update({ where: { seq: 2 }, data: { actorName } })
    await admin.$executeRaw`ALTER TABLE audit_events ENABLE TRIGGER USER`
    await admin.$disconnect()
  })

  it('says with exit code 78 that the master key is another one, and writes nothing', async () => {
    const before = await db.auditEvent.count()
    const result = await runClaviger(['audit', 'verify'], {
      ...settings,
      CLAVIGER_MASTER_KEY: randomBytes(32).toString('base64'),
    })
    expect(result).toMatchObject({
      code: 78,
      stdout: '',
      stderr: expect.stringContaining('This is the wrong master key'),
    })
    expect(await db.auditEvent.count()).toBe(before)
  })

  it('names a bad setting and an unreachable database, without a password', async () => {
    const bad = await runClaviger(['doctor'], { ...settings, PORT: 'abc' })
    expect(bad).toMatchObject({ code: 1, stderr: expect.stringContaining('PORT must be') })
    const secret = randomBytes(8).toString('hex')
    const gone = await runClaviger(['audit', 'verify'], {
      ...settings,
      DATABASE_URL: `postgresql://u:${secret}@127.0.0.1:1/x`,
    })
    expect(gone).toMatchObject({ code: 1, stderr: expect.stringContaining('127.0.0.1:1 is not reachable') })
    expect(gone.stderr).not.toContain(secret)
  })

  it('shows neither password nor master key anywhere, nor keeps the password', async () => {
    const kept = JSON.stringify([await db.member.findMany(), await db.auditEvent.findMany({ select: { body: true } })])
    for (const secret of [password, masterKey]) {
      expect(shown.join('\n')).not.toContain(secret)
      expect(kept).not.toContain(secret)
    }
    const file = path.join(folder, 'all.backup')
    expect(await run(['backup', file])).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('master key is not in it'),
    })
    expect((await readFile(file)).length).toBeGreaterThan(500)
  })
})
