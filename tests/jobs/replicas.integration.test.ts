import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createKey } from '#lib/keys/create-key'
import { createBatch } from '#lib/pairings/create-batch'
import { findBatch } from '#lib/pairings/find-batch'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { endOf } from '../support/app.ts'
import { eventually } from '../support/eventually.ts'
import { idleQueues } from '../support/idle-queues.ts'
import { freshWorld, type World } from '../support/world.ts'

const SETTINGS = { CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1', CLAVIGER_DNS_COMPARE: '', CLAVIGER_CONTROL_HOSTS: '' }
const SPAN_MS = 2000

let world: World
let lab: Lab
const replicas: ChildProcess[] = []

beforeEach(async () => {
  lab = await startLab()
  world = await freshWorld(SETTINGS)
})
afterEach(async () => {
  await Promise.all(replicas.splice(0).map((each) => endOf(each, 'SIGKILL')))
  await world.close()
  await lab.stop()
})

/** What one replica said, as it says it. */
function startReplica() {
  const { env, appUrl } = world.runtime
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'replica.ts')],
    {
      env: {
        NODE_ENV: 'test',
        PATH: process.env.PATH ?? '',
        ...SETTINGS,
        DATABASE_URL: appUrl,
        CLAVIGER_DATA_DIR: env.dataDir,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  replicas.push(child)
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk
  })
  return {
    child,
    isReady: () => said.includes('ready'),
    ranAt: () => [...said.matchAll(/ran (\d+)/g)].map(([, at]) => Number(at)),
  }
}

const storedKey = (slug: string, name: string) =>
  createKey(world.operator, {
    project: slug,
    environment: 'development',
    name,
    provider: 'openai',
    baseUrl: lab.url('openai'),
    value: lab.issue('openai'),
  })

test('two replicas test a due key once, run a clock once a span, and one goes on when the other is killed', async () => {
  const { slug } = await world.project()
  const { id } = await storedKey(slug, 'OPENAI_API_KEY')
  await world.db.key.update({ where: { id }, data: { versionCreatedAt: new Date(Date.now() - 3 * 86_400_000) } })

  const [one, other] = [startReplica(), startReplica()]
  await eventually(() => expect([one.isReady(), other.isReady()]).toEqual([true, true]), 40_000)
  const isTested = async () => expect(await world.db.pairing.count({ where: { keyId: id } })).toBe(1)
  // What one process sent, another finds when it looks, which it does every half minute.
  await eventually(isTested, 45_000)
  await sleep(4 * SPAN_MS)
  const ran = [...one.ranAt(), ...other.ranAt()].sort((first, second) => first - second)
  expect(ran.length).toBeGreaterThanOrEqual(3)
  // A span begins by the database's clock and its run by this machine's, so neighbours may be close; three never are.
  for (const [index, at] of ran.slice(2).entries()) expect(at - (ran[index] ?? 0)).toBeGreaterThan(SPAN_MS)
  expect(await world.db.pairing.findMany({ where: { keyId: id } })).toMatchObject([
    { trigger: 'scheduled', verdict: 'paired' },
  ])
  expect(await world.db.usageEvent.count({ where: { keyId: id } })).toBe(1)
  expect(await world.events({ action: 'key.test' })).toMatchObject([
    { actorType: 'system', actorName: 'Scheduled test', outcome: 'allowed' },
  ])

  await endOf(one.child, 'SIGKILL')
  const before = other.ranAt().length
  await eventually(() => expect(other.ranAt().length).toBeGreaterThan(before + 1))
}, 120_000)

test('a bulk test whose process is killed goes on in another, and asks again only of what was under way', async () => {
  const { slug, development } = await world.project()
  const { ctx } = await world.member('member', { [development]: 'developer' })
  const ids: string[] = []
  for (let index = 0; index < 80; index++) ids.push((await storedKey(slug, `KEY_${index}`)).id)
  await world.work(idleQueues)
  const { id } = await createBatch(ctx, { ids })
  const counts = async () => (await findBatch(ctx, id)).counts
  const first = startReplica()
  await eventually(async () => expect((await counts()).done).toBeGreaterThan(5), 20_000)
  await endOf(first.child, 'SIGKILL')
  const { done, running } = await counts()
  expect(done).toBeLessThan(80)

  startReplica()
  await eventually(async () => expect((await findBatch(ctx, id)).state).toBe('ended'), 75_000)
  expect(await counts()).toMatchObject({ done: 80, paired: 80, refused: 0 })
  const tests = await world.db.pairing.groupBy({ by: ['keyId'], _count: { _all: true } })
  expect(tests).toHaveLength(80)
  const asked = await world.db.usageEvent.groupBy({ by: ['keyId'], _count: { _all: true } })
  expect(asked.filter(({ _count }) => _count._all > 1).length).toBeLessThanOrEqual(running)
}, 120_000)
