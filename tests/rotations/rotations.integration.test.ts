import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createKey } from '#lib/keys/create-key'
import { findKey } from '#lib/keys/find-key'
import { replaceValue } from '#lib/keys/replace-value'
import { revealKey } from '#lib/keys/reveal-key'
import { findOverview } from '#lib/overview/find-overview'
import { findProvider } from '#lib/providers/catalog'
import { cancelRotation } from '#lib/rotations/cancel-rotation'
import { completeRotation } from '#lib/rotations/complete-rotation'
import { findRotation } from '#lib/rotations/find-rotation'
import { listRotations } from '#lib/rotations/list-rotations'
import { startRotation } from '#lib/rotations/start-rotation'
import { createScopedKey } from '#lib/scoped-keys/create-scoped-key'
import { callRoute } from '../support/call-route.ts'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldMember, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject
let manager: WorldMember
let provider: Server
let baseUrl: string
/** What the provider accepts. */
const live = new Set<string>()
const letters = (length: number) => randomKey('').repeat(8).slice(0, length)
const keyOfForm = () => findProvider('openai')?.keyFormats[0]?.example(letters) ?? ''
const mint = () => {
  const value = keyOfForm()
  live.add(value)
  return value
}

beforeAll(async () => {
  provider = createServer((request, response) => {
    const isLive = live.has(request.headers.authorization?.replace('Bearer ', '') ?? '')
    const error = { message: 'Incorrect API key provided.', type: 'invalid_request_error', code: 'invalid_api_key' }
    response
      .writeHead(isLive ? 200 : 401, { 'content-type': 'application/json' })
      .end(JSON.stringify(isLive ? { object: 'list', data: [] } : { error }))
  })
  await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done))
  baseUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/v1`
  world = await freshWorld({
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  })
  project = await world.project()
  manager = await world.member('member', { [project.development]: 'manager', [project.production]: 'manager' })
})
afterAll(async () => {
  provider.closeAllConnections()
  provider.close()
  await world.close()
})

let keyId: string
let first: string
let count = 0
beforeEach(async () => {
  first = mint()
  count += 1
  const place = { project: project.slug, environment: 'development' }
  const key = { ...place, name: `KEY_${count}`, provider: 'openai', value: first, baseUrl }
  keyId = (await createKey(manager.ctx, key)).id
})
const current = async () => (await revealKey(manager.ctx, keyId, {})).value

describe('a rotation', () => {
  it('tests, switches, keeps the old value for the overlap, and is complete once the old one is proven dead', async () => {
    const next = mint()
    const rotation = await startRotation(manager.ctx, keyId, { value: next, overlapHours: 2 })
    expect(rotation).toMatchObject({ state: 'draining', fromVersion: 1, toVersion: 2, test: { verdict: 'paired' } })
    expect(await current()).toBe(next)
    const { status, lastPairing } = await findKey(manager.ctx, keyId)
    expect([status, lastPairing?.verdict]).toEqual(['paired', 'paired'])
    await expect(completeRotation(manager.ctx, rotation.id)).rejects.toThrow(/still works at its provider/)
    live.delete(first)
    expect(await completeRotation(manager.ctx, rotation.id)).toMatchObject({ state: 'completed' })
    const versions = await world.db.keyVersion.findMany({ where: { keyId }, orderBy: { number: 'asc' } })
    expect(versions.map(({ state }) => state)).toEqual(['revoked', 'current'])
    await expect(completeRotation(manager.ctx, rotation.id)).rejects.toThrow(/completed already/)
    const events = (await world.events({ action: 'rotation.complete' })).filter(({ outcome }) => outcome === 'allowed')
    expect(events.map(({ body }) => JSON.parse(body).after).filter((after) => after.rotation === rotation.id)).toEqual([
      { rotation: rotation.id, version: 1, verdict: 'key_invalid' },
    ])
    for (const { body } of await world.events()) for (const value of [first, next]) expect(body).not.toContain(value)
  })

  it('changes nothing for a value that its provider refuses, and says so', async () => {
    const refused = await startRotation(manager.ctx, keyId, { value: keyOfForm() })
    expect(refused).toMatchObject({ state: 'refused', toVersion: null, test: { verdict: 'key_invalid' } })
    expect([await current(), (await listRotations(manager.ctx, keyId, { limit: 9 })).items.length]).toEqual([first, 1])
    for (const input of [{}, { value: first }])
      await expect(startRotation(manager.ctx, keyId, input)).rejects.toThrow(/Nothing was changed/)
  })

  it('that is rehearsed changes nothing, and says what would have been', async () => {
    expect(await startRotation(manager.ctx, keyId, { value: mint(), rehearse: true })).toMatchObject({
      state: 'rehearsed',
      toVersion: null,
    })
    expect(await current()).toBe(first)
    expect((await startRotation(manager.ctx, keyId, { value: mint() })).state).toBe('draining')
  })

  it('is one at a time: of two at once one is refused, and a value that was replaced meanwhile is not overwritten', async () => {
    const both = await Promise.allSettled([1, 2].map(() => startRotation(manager.ctx, keyId, { value: mint() })))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(startRotation(manager.ctx, keyId, { value: mint() })).rejects.toThrow(/is open/)
    // Whoever lost the answer asks again with the same value, and learns which rotation it began.
    const { id } = await startRotation(manager.ctx, keyId, { value: await current() })
    expect(await listRotations(manager.ctx, keyId, { limit: 1 })).toMatchObject({ items: [{ id }] })
    const [open] = (await listRotations(manager.ctx, keyId, { limit: 1 })).items
    const byHand = mint()
    await replaceValue(manager.ctx, keyId, { value: byHand })
    await expect(cancelRotation(manager.ctx, open?.id ?? '')).rejects.toThrow(/was changed since/)
    expect(await current()).toBe(byHand)
  })

  it('that is cancelled gives the old value back, and the key can be rotated again', async () => {
    const { id } = await startRotation(manager.ctx, keyId, { value: mint() })
    expect(await cancelRotation(manager.ctx, id)).toMatchObject({ state: 'cancelled' })
    expect(await revealKey(manager.ctx, keyId, {})).toEqual({ value: first, version: 1 })
    expect(await startRotation(manager.ctx, keyId, { value: mint() })).toMatchObject({ fromVersion: 1, toVersion: 3 })
  })

  it('shows who still has the old value, until they have fetched the new one', async () => {
    const place = { project: project.slug, environment: 'development' }
    const program = await createScopedKey(manager.ctx, { ...place, name: 'a program', keyNames: [`KEY_${count}`] })
    const fetched = async (query = '') => {
      const path = `/fetch/${project.slug}/development${query}`
      return (await callRoute('GET', path, { token: program.secret })).json()
    }
    await fetched()
    const { id } = await startRotation(manager.ctx, keyId, { value: mint(), overlapHours: 1 })
    const drain = async () =>
      (await findRotation(manager.ctx, id)).drain.map(({ consumer, hasMoved }) => [consumer.name, hasMoved])
    expect(await drain()).toEqual([['a program', false]])
    expect((await fetched('?include=previous')).values[`KEY_${count}`].previous).toEqual({ value: first, version: 1 })
    await fetched()
    expect(await drain()).toEqual([['a program', true]])
    await world.db.keyVersion.updateMany({ where: { keyId, number: 1 }, data: { overlapEndsAt: new Date() } })
    expect((await fetched('?include=previous')).values[`KEY_${count}`].previous).toBeUndefined()
  })

  it('stands on the overview once its overlap is over, until the old value is proven dead, for those who see the key', async () => {
    const { id } = await startRotation(manager.ctx, keyId, { value: mint() })
    const waiting = async (member = manager) =>
      (await findOverview(member.ctx)).rotationsWaiting.filter((rotation) => rotation.keyId === keyId)
    expect(await waiting()).toEqual([])
    await world.db.rotation.update({ where: { id }, data: { overlapEndsAt: new Date(Date.now() - 1000) } })
    expect(await waiting()).toEqual([expect.objectContaining({ name: `KEY_${count}`, environment: 'development' })])
    expect(await waiting(await world.member('member'))).toEqual([])
    live.delete(first)
    await completeRotation(manager.ctx, id)
    expect(await waiting()).toEqual([])
  })

  it('asks for a reason where the environment is protected, and for a manager', async () => {
    const place = { project: project.slug, environment: 'production' }
    const key = await createKey(manager.ctx, {
      ...place,
      name: `P_${count}`,
      provider: 'openai',
      value: mint(),
      baseUrl,
    })
    await expect(startRotation(manager.ctx, key.id, { value: mint() })).rejects.toThrow(/say why the key is rotated/)
    const developer = await world.member('member', { [project.production]: 'developer' })
    const asked = startRotation(developer.ctx, key.id, { value: mint(), reason: 'due' })
    await expect(asked).rejects.toThrow(/role does not allow/)
    expect((await startRotation(manager.ctx, key.id, { value: mint(), reason: 'due' })).state).toBe('draining')
  })
})
