import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { tidyBatches } from '#lib/jobs/tidy-batches'
import { createKey } from '#lib/keys/create-key'
import { PairingResult } from '#lib/pairing/schema'
import { cancelBatch } from '#lib/pairings/cancel-batch'
import { createBatch } from '#lib/pairings/create-batch'
import { findBatch } from '#lib/pairings/find-batch'
import { listBatches } from '#lib/pairings/list-batches'
import { runBatch } from '#lib/pairings/run-batch'
import type { Batch } from '#lib/pairings/schema'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { readEvents } from '../support/api-client.ts'
import { callRoute } from '../support/call-route.ts'
import { eventually } from '../support/eventually.ts'
import { idleQueues } from '../support/idle-queues.ts'
import { freshWorld, type World, type WorldMember, type WorldProject } from '../support/world.ts'

let world: World
let lab: Lab
let project: WorldProject
let manager: Context
let developer: WorldMember

beforeAll(async () => {
  lab = await startLab()
  world = await freshWorld({
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  })
  project = await world.project()
  const everywhere = { [project.development]: 'manager', [project.staging]: 'manager' } as const
  manager = (await world.member('member', everywhere)).ctx
  developer = await world.member('member', { [project.development]: 'developer', [project.staging]: 'viewer' })
})
afterEach(() => world.runtime.jobs?.stop())
afterAll(async () => {
  await world.close()
  await lab.stop()
})

let names = 0
async function storedKey(scenario = 'valid', environment = 'development'): Promise<string> {
  const { id } = await createKey(manager, {
    project: project.slug,
    environment,
    name: `KEY_${++names}`,
    provider: 'openai',
    baseUrl: lab.url('openai'),
    value: lab.issue('openai', { scenario }),
  })
  return id
}
const storedKeys = (count: number) => Promise.all(Array.from({ length: count }, () => storedKey()))
const ended = async (ctx: Context, id: string): Promise<Batch> => {
  await eventually(async () => expect((await findBatch(ctx, id)).state).not.toBe('running'))
  return findBatch(ctx, id)
}
const never = new AbortController().signal

describe('a bulk test', () => {
  it('goes on in the queue, tells how far it is, and is audited for each key as its member’s', async () => {
    await world.work()
    const ids = [await storedKey(), await storedKey('revoked'), await storedKey('valid', 'staging'), 'key_none']
    const begun = await createBatch(developer.ctx, { ids: [...ids, ids[0] ?? ''] })
    expect(begun).toMatchObject({ state: 'running', counts: { total: 4 } })
    const batch = await ended(developer.ctx, begun.id)
    expect(batch).toMatchObject({
      state: 'ended',
      counts: { total: 4, waiting: 0, running: 0, done: 2, paired: 1, refused: 2, cancelled: 0 },
    })
    expect(batch.items.map(({ keyId }) => keyId)).toEqual(ids)
    expect(batch.items).toMatchObject([
      { state: 'done', result: { verdict: 'paired' }, key: { environment: 'development' } },
      { state: 'done', result: { verdict: expect.stringMatching(/^key_/) } },
      { state: 'refused', reason: expect.stringContaining('Your role does not allow this'), result: null },
      { state: 'refused', reason: expect.stringContaining('nothing here'), key: null },
    ])
    const events = (await world.events()).filter(({ actorId }) => actorId === developer.id)
    expect(events.map(({ action, outcome }) => `${action} ${outcome}`).sort()).toEqual([
      'batch.create allowed',
      'key.test allowed',
      'key.test allowed',
      'key.test denied',
      'key.test denied',
    ])
    expect(await world.db.pairing.findMany({ where: { keyId: { in: ids } } })).toMatchObject([
      { trigger: 'bulk', memberId: developer.id },
      { trigger: 'bulk', memberId: developer.id },
    ])
  })

  it('asks what its member may when the turn of a key comes, not what they might when it was begun', async () => {
    await world.work(idleQueues)
    const token = await world.token(developer.id)
    const [id = ''] = await storedKeys(1)
    const begin = async () => {
      const response = await callRoute('POST', '/pairings/batches', { token, body: { ids: [id] } })
      expect(response.status).toBe(201)
      return ((await response.json()) as Batch).id
    }
    const [lowered, revoked] = [await begin(), await begin()]
    const grant = { environmentId: project.development, memberId: developer.id }
    await world.db.grant.updateMany({ where: grant, data: { role: 'viewer' } })
    await runBatch({ batchId: lowered }, never)
    await world.db.grant.updateMany({ where: grant, data: { role: 'developer' } })
    await world.db.token.updateMany({ where: { memberId: developer.id }, data: { revokedAt: new Date() } })
    await runBatch({ batchId: revoked }, never)
    expect((await findBatch(developer.ctx, lowered)).items).toMatchObject([
      { state: 'refused', reason: expect.stringContaining('Your role does not allow this') },
    ])
    expect((await findBatch(developer.ctx, revoked)).items).toMatchObject([
      { state: 'refused', reason: expect.stringContaining('the token has ended') },
    ])
    expect(await world.db.pairing.count({ where: { keyId: id } })).toBe(0)
  })

  it('is begun by whoever is developer somewhere, found and cancelled by nobody but who began it', async () => {
    await world.work(idleQueues)
    const [viewer, other] = [
      await world.member('member', { [project.development]: 'viewer' }),
      await world.member('owner'),
    ]
    const ids = await storedKeys(1)
    await expect(createBatch(viewer.ctx, { ids })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(createBatch(world.operator, { ids })).rejects.toMatchObject({ code: 'forbidden' })
    const { id } = await createBatch(developer.ctx, { ids })
    await expect(findBatch(other.ctx, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(cancelBatch(other.ctx, id)).rejects.toMatchObject({ code: 'not_found' })
    expect((await listBatches(other.ctx, { limit: 10 })).items).toEqual([])
  })

  it('is not begun where no background work runs, and leaves nothing behind', async () => {
    delete world.runtime.jobs
    const before = await world.db.pairingBatch.count()
    await expect(createBatch(developer.ctx, { ids: await storedKeys(1) })).rejects.toMatchObject({
      code: 'unavailable',
    })
    expect(await world.db.pairingBatch.count()).toBe(before)
  })

  it('that is cancelled begins no other key, and says which were not tested', async () => {
    await world.work(idleQueues)
    const ids = await storedKeys(3)
    const { id } = await createBatch(developer.ctx, { ids })
    await cancelBatch(developer.ctx, id)
    await runBatch({ batchId: id }, never)
    expect(await findBatch(developer.ctx, id)).toMatchObject({ state: 'cancelled', counts: { cancelled: 3, done: 0 } })
    await expect(cancelBatch(developer.ctx, id)).rejects.toMatchObject({ code: 'not_found' })
    const [event] = (await world.events({ action: 'batch.cancel', outcome: 'allowed' })).slice(-1)
    expect(JSON.parse(event?.body ?? '{}')).toMatchObject({ after: { notTested: 3 } })
    expect(await world.db.pairing.count({ where: { keyId: { in: ids } } })).toBe(0)
  })

  it('that was interrupted tests what is left, and nothing twice whose result was kept', async () => {
    await world.work(idleQueues)
    const ids = await storedKeys(4)
    const { id } = await createBatch(developer.ctx, { ids })
    await runBatch({ batchId: id }, never)
    // As a kill leaves it: of three that were running, one had its result kept, one was about to begin, one had not begun.
    const [kept, running, waiting] = ids
    await world.db.pairing.deleteMany({ where: { keyId: { in: [running ?? '', waiting ?? ''] } } })
    const item = (keyId = '', state: 'running' | 'waiting') =>
      world.db.pairingBatchItem.update({
        where: { batchId_keyId: { batchId: id, keyId } },
        data: { state, pairingId: null, verdict: null, headline: null, stages: null },
      })
    await Promise.all([item(kept, 'running'), item(running, 'running'), item(waiting, 'waiting')])
    await world.db.pairingBatch.update({ where: { id }, data: { endedAt: null } })
    await runBatch({ batchId: id }, never)
    expect(await findBatch(developer.ctx, id)).toMatchObject({ state: 'ended', counts: { done: 4, paired: 4 } })
    expect(await world.db.pairing.groupBy({ by: ['keyId'], where: { keyId: { in: ids } }, _count: true })).toEqual(
      expect.arrayContaining(ids.map((keyId) => ({ keyId, _count: 1 }))),
    )
  })

  it('is put back into the queue where that lost it, and is ended where nobody waits for it any more', async () => {
    await world.work()
    const lost = async (hoursAgo: number) => {
      const [keyId = ''] = await storedKeys(1)
      const id = `bat_${keyId.slice(4)}`
      await world.db.pairingBatch.create({
        data: {
          id,
          memberId: developer.id,
          viaType: 'session',
          viaId: 'ses_1',
          createdAt: new Date(Date.now() - hoursAgo * 3_600_000),
          items: { create: { keyId, position: 0 } },
        },
      })
      return id
    }
    const [recent, old, ancient] = [await lost(1), await lost(30), await lost(31 * 24)]
    await tidyBatches()
    expect(await ended(developer.ctx, recent)).toMatchObject({ state: 'ended', counts: { done: 1 } })
    expect(await findBatch(developer.ctx, old)).toMatchObject({ state: 'cancelled', counts: { cancelled: 1 } })
    await expect(findBatch(developer.ctx, ancient)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('does not hold up the keys of one provider for another one that hangs', async () => {
    await world.work()
    const hung = Array.from({ length: 12 }, (_, index) =>
      createKey(manager, {
        project: project.slug,
        environment: 'development',
        name: `HUNG_${++names}_${index}`,
        provider: 'openai-compatible',
        baseUrl: `http://127.0.0.1:${lab.ports.silent}/v1`,
        value: 'any',
      }),
    )
    const hungIds = (await Promise.all(hung)).map(({ id }) => id)
    const wellIds = await storedKeys(4)
    const { id } = await createBatch(developer.ctx, { ids: [...hungIds, ...wellIds] })
    await eventually(async () => {
      const { items } = await findBatch(developer.ctx, id)
      expect(items.slice(-4).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
      expect(items.slice(0, 12).some(({ state }) => state === 'done')).toBe(false)
    })
    await cancelBatch(developer.ctx, id)
  })
})

describe('over HTTP', () => {
  it('a bulk test is found again among those that go on, and tells each outcome to whoever listens', async () => {
    const token = await world.token((await world.member('member', { [project.development]: 'developer' })).id)
    await world.work(idleQueues)
    const ids = [...(await storedKeys(1)), 'key_none']
    const created = await callRoute('POST', '/pairings/batches', { token, body: { ids } })
    const { id } = (await created.json()) as Batch
    const running = await (await callRoute('GET', '/pairings/batches?state=running', { token })).json()
    expect(running).toMatchObject({ items: [{ id, counts: { waiting: 2 } }], nextCursor: null })
    expect((await callRoute('DELETE', `/pairings/batches/${id}`, { token })).status).toBe(204)
    expect(await (await callRoute('GET', '/pairings/batches?state=running', { token })).json()).toMatchObject({
      items: [],
    })

    await world.work()
    const headers = { accept: 'text/event-stream' }
    const stream = await callRoute('POST', '/pairings/batches', { token, headers, body: { ids } })
    const events = readEvents(await stream.text())
    expect(events.at(-1)).toEqual({ event: 'end', data: {} })
    const told = Object.fromEntries(events.slice(0, -1).map(({ event, data }) => [data.keyId, { event, data }]))
    expect(told.key_none).toMatchObject({ event: 'problem', data: { detail: expect.stringContaining('nothing here') } })
    expect(PairingResult.parse(told[ids[0] ?? '']?.data.result)).toMatchObject({ verdict: 'paired', trigger: 'bulk' })
  })

  it('more keys than are taken at once are refused with the field', async () => {
    const token = await world.token(developer.id)
    const ids = Array.from({ length: 1001 }, (_, index) => `key_${index}`)
    const response = await callRoute('POST', '/pairings/batches', { token, body: { ids } })
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ path: 'ids' }] }])
  })
})
