import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUpBeforeMigrating } from '#lib/backup/back-up-before-migrating'
import { decodeFrames, encodeFrame, type Frame } from '#lib/backup/frame'
import { restoreBackup } from '#lib/backup/restore-backup'
import { verifyBackup } from '#lib/backup/verify-backup'
import { writeBackup } from '#lib/backup/write-backup'
import { createClient, createPool } from '#lib/db/client'
import { migrate } from '#lib/db/migrate'
import { readMigrations } from '#lib/db/read-migrations'
import { QUEUES } from '#lib/jobs/queues'
import { requireJobs } from '#lib/jobs/require-jobs'
import { startJobs } from '#lib/jobs/start-jobs'
import { setRuntime } from '#lib/server/runtime'
import { openKeyring } from '#lib/vault/open-keyring'
import { emptyDatabase } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'
import { idleQueues } from '../support/idle-queues.ts'
import { freshWorld, type World } from '../support/world.ts'
import { fillWorld, type StoredValue, tablesOf } from './fill-world.ts'

let world: World
let folder: string
let values: StoredValue[]
let file: string

beforeAll(async () => {
  world = await freshWorld()
  folder = await mkdtemp(path.join(tmpdir(), 'claviger-backup-'))
  values = await fillWorld(world)
  file = path.join(folder, 'whole.backup')
  await writeBackup(world.adminUrl, file)
})

afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a backup', () => {
  it('restores into an empty database row for row, and every value opens there', async () => {
    const target = await emptyDatabase()
    await restoreBackup(target, file)
    expect(await tablesOf(target.adminUrl)).toEqual(await tablesOf(world.adminUrl))
    const db = createClient(target.appUrl)
    const keyring = await openKeyring({ env: world.runtime.env, db })
    for (const { place, value } of values) {
      const row = await db.keyVersion.findFirstOrThrow({ where: { keyId: place.keyId, number: place.version } })
      expect(keyring.open(place, row.sealed)).toBe(value)
    }
    await db.$disconnect()
    await target.drop()
  })

  it('leaves the job queue out; the restored installation begins with an empty one that works', async () => {
    const busy = await freshWorld()
    const target = await emptyDatabase()
    const whole = path.join(folder, 'queue.backup')
    try {
      const { id: memberId } = await busy.member('owner')
      await busy.db.pairingBatch.create({
        data: {
          id: 'bat_1',
          memberId,
          viaType: 'session',
          viaId: 'ses_1',
          items: { create: { keyId: 'key_1', position: 0 } },
        },
      })
      const jobs = await busy.work(idleQueues)
      await jobs.send('batches.run', [{ data: { batchId: 'bat_1' }, key: 'bat_1' }])
      const { tables } = await writeBackup(busy.adminUrl, whole)
      expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['pairing_batches']))
      expect(tables.filter(({ name }) => /boss|^job|^queue/.test(name))).toEqual([])

      await restoreBackup(target, whole)
      const client = new Client({ connectionString: target.adminUrl })
      await client.connect()
      expect((await client.query('SELECT count(*)::int AS jobs FROM pgboss.job')).rows).toEqual([{ jobs: 0 }])
      await client.end()
      const pool = createPool(target.appUrl)
      const db = createClient(pool)
      setRuntime({ ...busy.runtime, db, jobs: await startJobs(pool, QUEUES) })
      // It was under way when the backup was made: it is put into the new queue, and comes to its end.
      await eventually(async () =>
        expect(await db.pairingBatch.findUnique({ where: { id: 'bat_1' } })).toMatchObject({
          endedAt: expect.any(Date),
        }),
      )
      await requireJobs().stop()
      await db.$disconnect()
      await pool.end()
    } finally {
      setRuntime(busy.runtime)
      await busy.close()
      setRuntime(world.runtime)
      await target.drop()
    }
  })

  it('keeps the audit log append-only and its chain unbroken after a restore', async () => {
    const target = await emptyDatabase()
    await restoreBackup(target, file)
    const client = new Client({ connectionString: target.adminUrl })
    await client.connect()
    const { inner, outer } = world.runtime.keyring.chainKey
    const { rows } = await client.query('SELECT * FROM verify_audit_chain($1, $2)', [inner, outer])
    expect(rows[0]).toMatchObject({ bad_count: '0', gap_count: '0', head_matches: true })
    expect(Number(rows[0].row_count)).toBeGreaterThan(0)
    await expect(client.query('DELETE FROM audit_events')).rejects.toThrow('append-only')
    await client.end()
    await target.drop()
  })

  it('holds no value in clear and no master key, and only its owner can read it', async () => {
    const inside = gunzipSync(await readFile(file)).toString('latin1')
    const masterKey = (await readFile(path.join(world.runtime.env.dataDir, 'master.key'), 'utf8')).trim()
    expect(inside).toContain(values[0]?.place.keyId)
    for (const secret of [
      masterKey,
      Buffer.from(masterKey, 'base64').toString('hex'),
      ...values.map(({ value }) => value),
    ]) {
      expect(inside).not.toContain(secret)
      expect(inside).not.toContain(Buffer.from(secret).toString('hex'))
    }
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('shows one moment, though others write meanwhile', async () => {
    const busy = new Client({ connectionString: world.adminUrl })
    await busy.connect()
    let stop = false
    const writing = (async () => {
      for (let n = 0; !stop; n++) await busy.query(PAIR, [`m${n}`])
    })()
    try {
      for (let round = 0; round < 3; round++) {
        const copy = path.join(folder, `moment-${round}.backup`)
        await writeBackup(world.adminUrl, copy)
        const { tables } = await verifyBackup(copy)
        const rowsOf = (name: string) => tables.find((table) => table.name === name)?.rows
        expect(rowsOf('rate_limits')).toBe(rowsOf('anonymous_denials'))
      }
    } finally {
      stop = true
      await writing
      await busy.query('TRUNCATE rate_limits, anonymous_denials')
      await busy.end()
    }
  })

  it('never takes the place of a file that is there, and leaves nothing half-written', async () => {
    await expect(writeBackup(world.adminUrl, file)).rejects.toThrow('is there already')
    await expect(writeBackup(world.adminUrl, path.join(folder, 'no/such/folder.backup'))).rejects.toThrow(
      'folder does not exist',
    )
    expect((await readdir(folder)).filter((name) => name.endsWith('.partial'))).toEqual([])
  })
})

/** One row in each of two tables, in one statement. */
const PAIR = `WITH one AS (INSERT INTO rate_limits (bucket, window_end, count) VALUES ($1, now(), 1))
  INSERT INTO anonymous_denials (route, address, minute) VALUES ($1, 'unknown', date_trunc('minute', now()))`

describe('a restore', () => {
  it('refuses a backup that was cut short, wherever the cut is', async () => {
    const bytes = await readFile(file)
    for (const length of [0, 1, 20, bytes.length >> 1, bytes.length - 9, bytes.length - 1]) {
      await refused(bytes.subarray(0, length))
    }
  })

  it('refuses a backup in which a byte was flipped', async () => {
    const bytes = await readFile(file)
    for (let n = 0; n < 40; n++) {
      const at = 10 + Math.floor(((bytes.length - 10) * n) / 40)
      const changed = Buffer.from(bytes)
      changed.writeUInt8((changed[at] ?? 0) ^ 0x40, at)
      await refused(changed)
    }
  })

  it('refuses a backup that was unpacked, edited and packed again', async () => {
    const plain = gunzipSync(await readFile(file))
    const edited = Buffer.from(plain)
    const at = edited.indexOf('@example.test')
    expect(at).toBeGreaterThan(0)
    edited.write('@example.evil', at)
    await refused(gzipSync(edited))
    const frames: Frame[] = []
    for await (const frame of decodeFrames(chunksOf(plain))) frames.push(frame)
    const withoutOneTable = frames.filter((_, n) => n < 1 || n > frames.findIndex(({ kind }) => kind === 'end'))
    await refused(gzipSync(Buffer.concat(withoutOneTable.map(({ bytes }) => bytes))))
    await refused(gzipSync(Buffer.concat([plain, frames[1]?.bytes ?? Buffer.alloc(0)])))
    await refused(gzipSync(Buffer.concat(frames.slice(0, -1).map(({ bytes }) => bytes))))
  })

  it('refuses what is no backup at all', async () => {
    await refused(randomBytes(4096))
    await refused(Buffer.from('SELECT 1;'))
    await refused(gzipSync(Buffer.from('hello, this is a text')))
    await expect(verifyBackup(path.join(folder, 'missing.backup'))).rejects.toThrow('There is no file')
  })

  it('refuses a backup of a newer version, and says to update', async () => {
    for (const change of [{ format: 99 }, { migrations: ['29990101000000_from_the_future'] }]) {
      const newer = path.join(folder, `newer-${randomBytes(4).toString('hex')}.backup`)
      await writeFile(newer, gzipSync(encodeFrame('header', { ...(await verifyBackup(file)).header, ...change })))
      if ('format' in change) await expect(verifyBackup(newer)).rejects.toThrow('newer version')
    }
    const { header } = await verifyBackup(file)
    const future = await repacked({ ...header, migrations: [...header.migrations, '29990101000000_from_the_future'] })
    const target = await emptyDatabase()
    await expect(restoreBackup(target, future)).rejects.toThrow(/newer version of Claviger.*from_the_future/)
    await target.drop()
  })

  it('refuses a database that holds anything, and leaves it as it was', async () => {
    const before = await tablesOf(world.adminUrl)
    await expect(restoreBackup({ adminUrl: world.adminUrl, appUrl: world.runtime.appUrl }, file)).rejects.toThrow(
      /not empty: it holds members \(2\), projects \(1\), keys \(5\)/,
    )
    expect(await tablesOf(world.adminUrl)).toEqual(before)
  })
})

describe('an upgrade', () => {
  it('is undone and repeated: a backup of an older version restores and moves on to this one', async () => {
    const [old, target] = [await emptyDatabase(), await emptyDatabase()]
    const all = readMigrations()
    const first = { ...all, migrationDirectories: all.migrationDirectories.slice(0, 1) }
    await migrate(old.adminUrl, old.appUrl, { migrations: first })
    await query(
      old.adminUrl,
      "INSERT INTO members (id, email, name, updated_at) VALUES ('mem_1', 'a@example.test', 'A', now())",
    )
    const before = path.join(folder, 'older.backup')
    await migrate(old.adminUrl, old.appUrl, { beforeApply: async () => void (await writeBackup(old.adminUrl, before)) })
    if (all.migrationDirectories.length === 1) await writeBackup(old.adminUrl, before)
    expect((await verifyBackup(before)).header.migrations).toEqual(first.migrationDirectories.map((each) => each.path))
    await restoreBackup(target, before)
    expect(await tablesOf(target.adminUrl)).toEqual(await tablesOf(old.adminUrl))
    const applied = await query(target.adminUrl, 'SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1')
    expect(applied.map(({ name }) => name)).toEqual(all.migrationDirectories.map((each) => each.path))
    await Promise.all([old.drop(), target.drop()])
  })

  it('keeps a backup of what it is about to change, and the last five of them', async () => {
    const { dataDir } = world.runtime.env
    for (let n = 0; n < 6; n++) {
      await backUpBeforeMigrating({ adminUrl: world.adminUrl, dataDir }, ['20270101000000_next', '20270102000000_more'])
    }
    const names = await readdir(path.join(dataDir, 'backups'))
    expect(names).toHaveLength(5)
    expect(names[0]).toMatch(/^before-20270101000000_next-\d{8}T\d{9}Z\.backup$/)
    const { tables } = await verifyBackup(path.join(dataDir, 'backups', names[0] ?? ''))
    expect(tables.find(({ name }) => name === 'members')?.rows).toBe(2)
  })

  it('makes none where there is nothing to lose', async () => {
    const target = await emptyDatabase()
    expect(await backUpBeforeMigrating({ adminUrl: target.adminUrl, dataDir: folder }, ['x'])).toBeUndefined()
    await target.drop()
  })
})

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

async function refused(bytes: Buffer): Promise<void> {
  const bad = path.join(folder, `bad-${randomBytes(6).toString('hex')}.backup`)
  await writeFile(bad, bytes)
  await expect(verifyBackup(bad)).rejects.toThrow('is not a whole backup')
}

/** The same backup under another header, with every hash right. */
async function repacked(header: object): Promise<string> {
  const frames: Frame[] = []
  for await (const frame of decodeFrames(chunksOf(gunzipSync(await readFile(file))))) frames.push(frame)
  const kept = [encodeFrame('header', header), ...frames.slice(1, -1).map(({ bytes }) => bytes)]
  const trailer = JSON.parse(frames.at(-1)?.payload.toString() ?? '{}')
  const sha256 = createHash('sha256').update(Buffer.concat(kept)).digest('hex')
  const name = path.join(folder, `repacked-${randomBytes(4).toString('hex')}.backup`)
  await writeFile(name, gzipSync(Buffer.concat([...kept, encodeFrame('trailer', { ...trailer, sha256 })])))
  return name
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 777) yield bytes.subarray(at, at + 777)
}
