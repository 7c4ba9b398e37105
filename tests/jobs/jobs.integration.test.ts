import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '#lib/db/migrate'
import { QUEUE_VERSION, queueVersion } from '#lib/db/migrate-queue'
import { publish } from '#lib/jobs/publish'
import type { Queue } from '#lib/jobs/queue'
import { requireJobs } from '#lib/jobs/require-jobs'
import { emptyDatabase } from '../support/database.ts'
import { eventually } from '../support/eventually.ts'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await freshWorld()
})
afterEach(() => world.close())

const queue = (more: Partial<Queue> & Pick<Queue, 'name' | 'run'>): Queue => ({
  atOnce: 1,
  lookEverySeconds: 1,
  withinSeconds: 60,
  retries: 0,
  ...more,
})
const asOwner = async <T>(work: (client: Client) => Promise<T>, url = world.adminUrl): Promise<T> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}

describe('the tables of the queue', () => {
  it('have the form that the installed pg-boss works with', () => {
    const manifest: { pgboss: { schema: number } } = JSON.parse(
      readFileSync('node_modules/pg-boss/package.json', 'utf8'),
    )
    expect(QUEUE_VERSION).toBe(manifest.pgboss.schema)
  })

  it('belong to the role that migrates: the app works with their rows and can change nothing else', async () => {
    await world.work([])
    await expect(world.db.$executeRaw`ALTER TABLE pgboss.job ADD COLUMN x int`).rejects.toThrow()
    await expect(world.db.$executeRaw`CREATE TABLE pgboss.x (id int)`).rejects.toThrow()
  })

  it('are made in a schema that an administrator gave, by a role that may create none', async () => {
    const database = await emptyDatabase()
    const name = new URL(database.adminUrl).pathname.slice(1)
    const { superuserUrl } = await import('vitest').then(({ inject }) => inject('database'))
    const asSuperuser = (sql: string) => asOwner((client) => client.query(sql), superuserUrl + name)
    try {
      await asSuperuser(
        `ALTER DATABASE ${name} OWNER TO claviger_superuser; GRANT CREATE ON SCHEMA public TO claviger_owner`,
      )
      await expect(migrate(database.adminUrl, database.appUrl)).rejects.toThrow(
        /CREATE SCHEMA pgboss AUTHORIZATION "claviger_owner"/,
      )
      await asSuperuser('CREATE SCHEMA pgboss AUTHORIZATION claviger_owner')
      await migrate(database.adminUrl, database.appUrl)
      expect(await asOwner(queueVersion, database.adminUrl)).toBe(QUEUE_VERSION)
    } finally {
      await database.drop()
    }
  })

  it('of a newer version are left alone, with a sentence', async () => {
    await asOwner((client) => client.query('UPDATE pgboss.version SET version = version + 1'))
    await expect(migrate(world.adminUrl, world.runtime.appUrl)).rejects.toThrow(/newer version of Claviger/)
  })
})

describe('a queue', () => {
  it('hears each event that it waits for, once, with what the event says, and no event that was taken back', async () => {
    const heard: object[] = []
    await world.work([
      queue({ name: 'test.listener', on: 'status.changed', run: async (data) => void heard.push(data) }),
    ])
    const event = (provider: string) => ({ provider, from: null, to: 'outage', at: new Date().toISOString() })
    await publish('status.changed', event('openai'))
    await world.db.$transaction((tx) => publish('status.changed', event('stripe'), tx))
    await world.db
      .$transaction(async (tx) => {
        await publish('status.changed', event('slack'), tx)
        throw new Error('taken back')
      })
      .catch(() => {})
    await eventually(() => expect(heard).toHaveLength(2))
    await sleep(1500)
    expect(heard.map((data) => 'provider' in data && data.provider).sort()).toEqual(['openai', 'stripe'])
  })

  it('hears what many transactions tell at once, though they hold every connection that there is', async () => {
    let heard = 0
    await world.work([queue({ name: 'test.listener', on: 'status.changed', run: async () => void heard++ })])
    const event = { provider: 'openai', from: null, to: 'outage', at: new Date().toISOString() }
    const tell = () => world.db.$transaction((tx) => publish('status.changed', event, tx), { maxWait: 10_000 })
    await Promise.all(Array.from({ length: 30 }, tell))
    await eventually(() => expect(heard).toBe(30))
  })

  it('tries a run that failed again, and keeps nothing of what it threw', async () => {
    const secret = randomKey()
    let runs = 0
    await world.work([
      queue({
        name: 'tests.run',
        retries: 1,
        run: async () => {
          if (++runs === 1) throw new Error(`could not read ${secret}`)
        },
      }),
    ])
    await requireJobs().send('tests.run', [{ data: { keyId: 'key_1' }, key: 'key_1' }])
    await eventually(() => expect(runs).toBe(2))
    const rows = await world.db.$queryRaw<{ row: string }[]>`SELECT j::text AS row FROM pgboss.job j`
    expect(rows.map(({ row }) => row).join()).not.toContain(secret)
  })

  it('takes no second job of a key that waits or runs', async () => {
    const ran: unknown[] = []
    let end = () => {}
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    await world.work([
      queue({
        name: 'tests.run',
        atOnce: 2,
        run: async (data) => {
          ran.push(data)
          await ended
        },
      }),
    ])
    const job = { data: { keyId: 'key_1' }, key: 'key_1' }
    await requireJobs().send('tests.run', [job])
    await eventually(() => expect(ran).toHaveLength(1))
    await requireJobs().send('tests.run', [job])
    await sleep(1500)
    expect(ran).toHaveLength(1)
    end()
  })

  it('that runs by the clock runs once in each span', async () => {
    const at: number[] = []
    await world.work([queue({ name: 'test.clock', everySeconds: 2, run: async () => void at.push(Date.now()) })])
    await sleep(6500)
    expect(at.length).toBeGreaterThanOrEqual(3)
    expect(at.length).toBeLessThanOrEqual(4)
  })

  it('leaves a running job to whoever starts next when it is stopped', async () => {
    let aborted = false
    let runs = 0
    const run: Queue['run'] = async (_data, signal) => {
      if (++runs > 1) return
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      aborted = true
      signal.throwIfAborted()
    }
    const queues = [queue({ name: 'tests.run', retries: 3, run })]
    const jobs = await world.work(queues)
    await jobs.send('tests.run', [{ data: { keyId: 'key_1' } }])
    await eventually(() => expect(runs).toBe(1))
    await world.work(queues)
    expect(aborted).toBe(true)
    await eventually(() => expect(runs).toBe(2))
  })
})
