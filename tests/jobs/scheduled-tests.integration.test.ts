import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { editEnvironment } from '#lib/environments/edit-environment'
import { claimDueTests } from '#lib/jobs/claim-due-tests'
import { runScheduledTest } from '#lib/jobs/run-scheduled-test'
import { listTimeline } from '#lib/key-history/list-timeline'
import { createKey } from '#lib/keys/create-key'
import { deleteKey } from '#lib/keys/delete-key'
import { editKey } from '#lib/keys/edit-key'
import { findKey } from '#lib/keys/find-key'
import { revokeKey } from '#lib/keys/revoke-key'
import { nextTestAt } from '#lib/keys/test-schedule'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { idleQueues } from '../support/idle-queues.ts'
import { freshWorld, type World, type WorldProject } from '../support/world.ts'

const HOUR_MS = 3_600_000

let world: World
let lab: Lab
let project: WorldProject
let manager: Context

beforeAll(async () => {
  lab = await startLab()
  world = await freshWorld({
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  })
  project = await world.project()
  manager = (await world.member('member', { [project.development]: 'manager' })).ctx
  await world.work(idleQueues)
})
afterAll(async () => {
  await world.close()
  await lab.stop()
})

let names = 0
async function storedKey(value = lab.issue('openai'), daysAgo = 10): Promise<string> {
  const { id } = await createKey(manager, {
    project: project.slug,
    environment: 'development',
    name: `KEY_${++names}`,
    provider: 'openai',
    baseUrl: lab.url('openai'),
    value,
  })
  await age(id, daysAgo)
  return id
}
const age = (id: string, daysAgo: number) =>
  world.db.key.update({ where: { id }, data: { versionCreatedAt: new Date(Date.now() - daysAgo * 24 * HOUR_MS) } })
async function claimed(): Promise<string[]> {
  await claimDueTests()
  const rows = await world.db.$queryRaw<{ id: string }[]>`
    WITH gone AS (DELETE FROM pgboss.job WHERE name = 'tests.run' RETURNING data) SELECT data->>'keyId' AS id FROM gone`
  return rows.map(({ id }) => id)
}

describe('a scheduled test', () => {
  it('is due once a day by default, at a time of the key’s own, and sent once however often it is looked for', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => storedKey()))
    const offsets = ids.map((id) => nextTestAt(id, 24, new Date(0)).getTime())
    expect(new Set(offsets).size).toBe(8)
    const both = await Promise.all([claimed(), claimed()])
    expect(both.flat().sort()).toEqual([...ids].sort())
    expect(await claimed()).toEqual([])
    const key = await findKey(manager, ids[0] ?? '')
    expect(key.scheduledTest).toMatchObject({ everyHours: null, effectiveHours: 24 })
    const waitMs = new Date(key.scheduledTest.nextAt ?? 0).getTime() - Date.now()
    expect(waitMs).toBeGreaterThan(0)
    expect(waitMs).toBeLessThanOrEqual(24 * HOUR_MS)
  })

  it('is due in the database exactly when the page says so', async () => {
    for (const hours of [1, 6, 24, 168] as const) {
      const id = await storedKey(undefined, 0)
      await editKey(manager, id, { testEveryHours: hours })
      // The moment before now at which it was last due: a version stored just after it is not, one just before it is.
      const due = nextTestAt(id, hours, new Date(Date.now() - hours * HOUR_MS)).getTime()
      const storedAt = (at: number) => world.db.key.update({ where: { id }, data: { versionCreatedAt: new Date(at) } })
      await storedAt(due + 5)
      expect([hours, await claimed()]).toEqual([hours, []])
      await storedAt(due - 5)
      expect([hours, await claimed()]).toEqual([hours, [id]])
    }
  })

  it('is made up for once after a long sleep, thirty keys a minute', async () => {
    const ids = await Promise.all(Array.from({ length: 33 }, () => storedKey(undefined, 30)))
    const first = await claimed()
    const second = await claimed()
    expect([first.length, second.length]).toEqual([30, 3])
    expect([...first, ...second].sort()).toEqual([...ids].sort())
    expect(await claimed()).toEqual([])
  })

  it('is never made of a key that is deleted, revoked, new, tested since, or switched off', async () => {
    const deleted = await storedKey()
    await deleteKey(manager, deleted)
    const revoked = await storedKey()
    await revokeKey(manager, revoked, 'leaked')
    await storedKey(undefined, 0)
    const tested = await storedKey()
    await (await prepareKeyTest(manager, tested, {}))()
    const off = await storedKey()
    await editKey(manager, off, { testEveryHours: 0 })
    expect(await claimed()).toEqual([])
    expect((await findKey(manager, off)).scheduledTest).toEqual({ everyHours: 0, effectiveHours: 0, nextAt: null })
    expect((await findKey(manager, revoked)).scheduledTest).toMatchObject({ effectiveHours: 0, nextAt: null })
  })

  it('follows its environment unless it has a choice of its own, and the change is audited', async () => {
    const [follows, own] = [await storedKey(), await storedKey()]
    await editKey(manager, own, { testEveryHours: 1 })
    await editEnvironment(manager, project.id, 'development', { testEveryHours: 0 })
    expect(await claimed()).toEqual([own])
    expect((await findKey(manager, follows)).scheduledTest.effectiveHours).toBe(0)
    const [event] = (await world.events({ action: 'environment.edit' })).slice(-1)
    expect(JSON.parse(event?.body ?? '{}')).toMatchObject({
      before: { testEveryHours: 24 },
      after: { testEveryHours: 0 },
    })
    await editEnvironment(manager, project.id, 'development', { testEveryHours: 24 })
    expect(await claimed()).toEqual([follows])
  })

  it('that waited while its key was revoked asks nobody', async () => {
    const id = await storedKey()
    await revokeKey(manager, id, 'leaked')
    await runScheduledTest({ keyId: id })
    await runScheduledTest({ keyId: 'key_none' })
    expect(await world.db.pairing.count({ where: { keyId: id } })).toBe(0)
  })
})

describe('the history of a key under scheduled tests', () => {
  it('keeps the first of equal verdicts, folds the rest, and shows where it broke', async () => {
    const value = lab.issue('openai')
    const id = await storedKey(value)
    const run = () => runScheduledTest({ keyId: id })
    for (let times = 0; times < 4; times++) await run()
    lab.set(value, 'revoked')
    for (let times = 0; times < 2; times++) await run()
    const { items } = await listTimeline(manager, id, { limit: 50 })
    const tests = items.filter(({ kind }) => kind === 'pairing' || kind === 'repeats')
    expect(tests).toMatchObject([
      { kind: 'repeats', verdict: 'key_revoked', count: 1 },
      { kind: 'pairing', verdict: 'key_revoked', trigger: 'scheduled' },
      { kind: 'repeats', verdict: 'paired', count: 3 },
      { kind: 'pairing', verdict: 'paired', trigger: 'scheduled' },
    ])
    expect(items.filter((item) => item.kind === 'event' && item.action === 'key.test')).toEqual([])
    expect(await world.events({ action: 'key.test' })).toEqual(
      expect.arrayContaining([expect.objectContaining({ keyId: id, actorName: 'Scheduled test' })]),
    )
  })

  it('pages through folded tests without losing or repeating one', async () => {
    const value = lab.issue('openai')
    const id = await storedKey(value)
    for (let round = 0; round < 3; round++) {
      lab.set(value, round % 2 ? 'revoked' : 'valid')
      for (let times = 0; times < 3; times++) await runScheduledTest({ keyId: id })
    }
    const whole = (await listTimeline(manager, id, { limit: 50 })).items
    const paged = []
    let cursor: string | undefined
    do {
      const page = await listTimeline(manager, id, { limit: 1, cursor })
      paged.push(...page.items)
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(paged).toEqual(whole)
    expect(whole.filter(({ kind }) => kind === 'repeats')).toHaveLength(3)
  })
})
