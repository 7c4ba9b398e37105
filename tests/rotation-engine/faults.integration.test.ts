import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setAutomation } from '#lib/automations/set-automation'
import { createKey } from '#lib/keys/create-key'
import { replaceValue } from '#lib/keys/replace-value'
import { revealKey } from '#lib/keys/reveal-key'
import { advanceRotation } from '#lib/rotation-engine/advance-rotation'
import { compareWithProviders } from '#lib/rotation-engine/compare-with-provider'
import { cancelRotation } from '#lib/rotations/cancel-rotation'
import { completeRotation } from '#lib/rotations/complete-rotation'
import { findRotation } from '#lib/rotations/find-rotation'
import { resumeRotation } from '#lib/rotations/resume-rotation'
import { createScopedKey } from '#lib/scoped-keys/create-scoped-key'
import { callRoute } from '../support/call-route.ts'
import { eventually } from '../support/eventually.ts'
import { type Automated, automatedWorld, carryOn, passTime, rotate } from './automated-world.ts'

let setting: Awaited<ReturnType<typeof automatedWorld>>

beforeAll(async () => {
  setting = await automatedWorld()
})
afterAll(() => setting.close())

const advance = (id: string) => advanceRotation(id, new AbortController().signal)
const find = (id: string) => findRotation(setting.manager.ctx, id)
const current = async (keyId: string) => (await revealKey(setting.manager.ctx, keyId, {})).value
const liveValues = ({ account }: Automated) => account.ledger.live().map(({ value }) => value)
/** The one account of a provider is shared by the tests of this file. */
async function fresh(api = 'openai'): Promise<Automated> {
  const { ledger } = setting.lab.keyApi(api)
  ledger.setLag(0)
  for (const { id } of ledger.live()) ledger.end(id)
  return setting.automate(api)
}

/** Stands before a provider, and holds its answers back until it is released. */
async function slowServer(behind: string) {
  const arrived = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  const server = createServer(async (request, response) => {
    arrived.resolve()
    await released.promise
    const { authorization = '' } = request.headers
    const answer = await fetch(`${behind}${request.url}`, { headers: { authorization } })
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
    response.end(await answer.text())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reached: arrived.promise,
    release: () => released.resolve(),
    stop: () => new Promise((done) => server.close(done)),
  }
}

describe('a reply that is lost', () => {
  it.each([['lost'], ['cut'], ['lostBehind503'], ['outage']] as const)(
    'when a key is made (%s): the key is found and ended, and another is made',
    async (fault) => {
      const key = await fresh()
      key.account.fail('mint', fault)
      const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 0 })
      await advance(id)
      expect(await find(id)).toMatchObject({ state: 'minting', needsPerson: false, problem: expect.any(String) })
      await carryOn(setting.world, id)
      expect(await find(id)).toMatchObject({ state: 'completed' })
      expect(liveValues(key)).toEqual([await current(key.keyId)])
    },
  )

  it('when two are made for one: the other is found by its name and ended', async () => {
    const key = await fresh()
    key.account.fail('mint', 'double')
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 0 })
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'completed' })
    expect(liveValues(key)).toHaveLength(2)
    await compareWithProviders(new Date(Date.now() + 3_600_000))
    expect(liveValues(key)).toEqual([await current(key.keyId)])
  })

  it('when the old key is ended: it is ended once more, and looked for', async () => {
    const key = await fresh()
    for (const fault of ['lost', 'cut', 'outage', 'limited'] as const) key.account.fail('revoke', fault)
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 0 })
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'completed' })
    expect(liveValues(key)).toEqual([await current(key.keyId)])
  })

  it('five times in a row: a person is asked, and it goes on from there once let', async () => {
    const key = await fresh()
    for (let reply = 0; reply < 5; reply += 1) key.account.fail('mint', 'lost')
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 0 })
    await carryOn(setting.world, id)
    const asked = await find(id)
    expect(asked).toMatchObject({ state: 'minting', needsPerson: true })
    expect(asked.problem).toMatch(/^A key was asked for 5 times/)
    expect(liveValues(key)).toEqual([await current(key.keyId)])
    await resumeRotation(setting.manager.ctx, id)
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'completed' })
    expect(liveValues(key)).toEqual([await current(key.keyId)])
  })

  it('at AWS, where a key has no name: it is made inactive, and a person decides', async () => {
    const key = await fresh('aws')
    key.account.fail('mint', 'lost')
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 0 })
    await carryOn(setting.world, id)
    const asked = await find(id)
    expect(asked).toMatchObject({ state: 'minting', needsPerson: true })
    expect(asked.problem).toMatch(/^AKIA\w+ came up while a key was asked for/)
    const stray = key.account.ledger.listed().find(({ inactive }) => inactive)
    expect(await current(key.keyId)).toBe(key.first)
    key.account.ledger.end(stray?.id ?? '')
    await resumeRotation(setting.manager.ctx, id)
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'completed' })
  })
})

describe('a provider that lags behind', () => {
  it('is waited for: a new key is refused at first, and an old one still listed', async () => {
    const key = await fresh()
    key.account.ledger.setLag(3_000)
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 0 })
    await eventually(async () => {
      await passTime(setting.world, id)
      await advance(id)
      expect((await find(id)).state).toBe('completed')
    }, 60_000)
    expect(liveValues(key)).toEqual([await current(key.keyId)])
  })
})

describe('what somebody has to do something about', () => {
  it('is an automation that was removed meanwhile: it goes on once there is one again', async () => {
    const key = await fresh()
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 0 })
    const removed = await setting.world.db.automation.delete({ where: { keyId: key.keyId } })
    await carryOn(setting.world, id)
    const asked = await find(id)
    expect(asked).toMatchObject({ state: 'planned', needsPerson: true })
    expect(asked.problem).toMatch(/^Nothing makes keys for this key any more/)
    const { api, makerKeyId, baseUrl } = removed
    const settings = removed.settings as Record<string, string>
    await setAutomation(setting.manager.ctx, key.keyId, { api, maker: makerKeyId, settings, baseUrl: baseUrl ?? '' })
    await resumeRotation(setting.manager.ctx, id)
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'completed' })
  })

  it('is a credential that is refused: it is asked for, and goes on with another one', async () => {
    const key = await fresh()
    const other = key.account.replaceCredential()
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 0 })
    await carryOn(setting.world, id)
    const asked = await find(id)
    expect(asked).toMatchObject({ state: 'planned', needsPerson: true })
    expect(asked.problem).toMatch(/HTTP 401.*Replace the credential that makes keys, then let it go on/)
    await replaceValue(setting.manager.ctx, key.makerId, { value: other })
    await resumeRotation(setting.manager.ctx, id)
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'completed' })
  })

  it('is never said of a provider that is down: that is waited for, with what it answered', async () => {
    const key = await fresh()
    key.account.fail('list', 'outage', 3)
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 0 })
    await advance(id)
    expect(await find(id)).toMatchObject({ needsPerson: false, problem: expect.stringContaining('HTTP 503') })
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'completed', problem: null })
  })
})

describe('a rehearsal', () => {
  it('makes a key, tests it, ends it, and leaves the live one as it is', async () => {
    const key = await fresh()
    const { id } = await rotate(setting.manager, key.keyId, { rehearse: true })
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'rehearsed', test: { verdict: 'paired' }, toVersion: 2 })
    expect(await current(key.keyId)).toBe(key.first)
    expect(liveValues(key)).toEqual([key.first])
    expect(key.account.counted('mint')).toBeGreaterThan(0)
  })
})

describe('a new value that is refused', () => {
  it('never becomes current, and is ended at the provider', async () => {
    const key = await fresh()
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 0 })
    const held = key.account.hold('mint', 'after')
    const advancing = advance(id)
    await held.reached
    const made = key.account.ledger.live().find(({ value }) => value !== key.first)
    setting.lab.set(made?.value ?? '', 'revoked')
    held.release()
    await advancing
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'refused', test: { verdict: 'key_invalid' } })
    expect(await current(key.keyId)).toBe(key.first)
    expect(liveValues(key)).toEqual([key.first])
  })
})

describe('a key that is compromised while a rotation of it is open', () => {
  const compromised = { emergency: true, reason: 'It was pushed to a public repository.' }
  const latest = async (keyId: string) =>
    setting.world.db.rotation.findFirstOrThrow({ where: { keyId }, orderBy: { id: 'desc' } })

  it('has the old value and the current one ended at once, where that one drains', async () => {
    const key = await fresh()
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 24 })
    while ((await find(id)).state !== 'draining') await advance(id)
    const second = await current(key.keyId)
    const hastened = await rotate(setting.manager, key.keyId, compromised)
    expect(hastened).toMatchObject({ id, state: 'revoking', followUp: true })
    expect(await rotate(setting.manager, key.keyId, compromised)).toMatchObject({ id })
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'completed' })
    const own = await latest(key.keyId)
    expect(own).toMatchObject({ emergency: true, overlapHours: 0, fromVersion: 2, reason: compromised.reason })
    await carryOn(setting.world, own.id)
    expect(await find(own.id)).toMatchObject({ state: 'completed', followUp: false })
    expect([key.first, second]).not.toContain(await current(key.keyId))
    expect(liveValues(key)).toEqual([await current(key.keyId)])
  })

  it.each([['before'], ['after']] as const)(
    'has that one end without an overlap, %s its key was made',
    async (when) => {
      const key = await fresh()
      const before = key.account.counted('mint')
      const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 24 })
      const held = key.account.hold('mint', when)
      const advancing = advance(id)
      await held.reached
      expect(await rotate(setting.manager, key.keyId, compromised)).toMatchObject({
        id,
        emergency: true,
        followUp: false,
      })
      held.release()
      await advancing
      await carryOn(setting.world, id)
      expect(await find(id)).toMatchObject({ state: 'completed', emergency: true })
      expect(key.account.counted('mint') - before).toBe(1)
      expect(liveValues(key)).toEqual([await current(key.keyId)])
    },
  )

  it('has that one end without an overlap, while its new value is tested', async () => {
    const key = await fresh()
    const slow = await slowServer(setting.lab.url('openai'))
    await setting.world.db.key.update({ where: { id: key.keyId }, data: { baseUrl: slow.url } })
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 24 })
    const advancing = advance(id)
    await slow.reached
    expect(await find(id)).toMatchObject({ state: 'minted' })
    expect(await rotate(setting.manager, key.keyId, compromised)).toMatchObject({ id, emergency: true })
    slow.release()
    await advancing
    await advance(id)
    expect(await find(id)).toMatchObject({ state: 'completed', emergency: true })
    expect(liveValues(key)).toEqual([await current(key.keyId)])
    await slow.stop()
  })

  it('waits for a rehearsal, and begins by itself', async () => {
    const key = await fresh()
    const { id } = await rotate(setting.manager, key.keyId, { rehearse: true })
    expect(await rotate(setting.manager, key.keyId, compromised)).toMatchObject({ id, followUp: true })
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'rehearsed' })
    const own = await latest(key.keyId)
    await carryOn(setting.world, own.id)
    expect(await find(own.id)).toMatchObject({ state: 'completed', emergency: true })
    expect(liveValues(key)).toEqual([await current(key.keyId)])
  })

  it('still waits for what a person has to do, and then ends without an overlap', async () => {
    const key = await fresh()
    const other = key.account.replaceCredential()
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 24 })
    await carryOn(setting.world, id)
    expect(await rotate(setting.manager, key.keyId, compromised)).toMatchObject({
      id,
      needsPerson: true,
      emergency: true,
    })
    await replaceValue(setting.manager.ctx, key.makerId, { value: other })
    await resumeRotation(setting.manager.ctx, id)
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'completed' })
    expect(liveValues(key)).toEqual([await current(key.keyId)])
  })

  it('says what to do where the old value can only be ended by hand, and changes nothing', async () => {
    const key = await fresh()
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 24 })
    while ((await find(id)).state !== 'draining') await advance(id)
    await setting.world.db.rotation.update({ where: { id }, data: { oldId: null } })
    await expect(rotate(setting.manager, key.keyId, compromised)).rejects.toThrow(/ended by hand/)
    expect(await find(id)).toMatchObject({ state: 'draining', emergency: false, followUp: false })
  })
})

describe('two at once', () => {
  it('that ask for a rotation get the same one', async () => {
    const key = await fresh()
    const asked = await Promise.all([1, 2, 3].map(() => rotate(setting.manager, key.keyId)))
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1)
    await expect(rotate(setting.manager, key.keyId, { rehearse: true })).rejects.toThrow(/is open/)
  })

  it('that carry it on come to one key', async () => {
    const key = await fresh()
    const before = key.account.counted('mint')
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 0 })
    await Promise.all([1, 2, 3, 4].map(() => advance(id)))
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'completed' })
    expect(key.account.counted('mint') - before).toBe(1)
  })

  it('of whom one lost its claim while the provider worked: what it made is not kept, and is ended', async () => {
    const key = await fresh()
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 0 })
    const held = key.account.hold('mint', 'after')
    const slow = advance(id)
    await held.reached
    // The lease of the first has run out; the second looks for what the first left.
    await setting.world.db.rotation.update({ where: { id }, data: { leaseUntil: null, nextAt: new Date(0) } })
    await passTime(setting.world, id)
    await setting.world.db.rotation.update({ where: { id }, data: { mintAskedAt: new Date(Date.now() - 60_000) } })
    await carryOn(setting.world, id)
    held.release()
    await slow
    expect(await find(id)).toMatchObject({ state: 'completed', toVersion: 2 })
    expect(liveValues(key)).toEqual([await current(key.keyId)])
    const versions = await setting.world.db.keyVersion.count({ where: { keyId: key.keyId } })
    expect(versions).toBe(2)
  })
})

describe('the overlap', () => {
  it('keeps the old value until every program that took it has the new one', async () => {
    const key = await fresh()
    const { slug } = setting.project
    const { name } = await setting.world.db.key.findUniqueOrThrow({ where: { id: key.keyId } })
    const program = await createScopedKey(setting.manager.ctx, {
      project: slug,
      environment: 'development',
      name: 'billing-worker',
      keyNames: [name],
    })
    const take = async () => {
      const answer = await callRoute('GET', `/fetch/${slug}/development`, { token: program.secret })
      return (await answer.json()).values[name].value as string
    }
    expect(await take()).toBe(key.first)
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 1 })
    await advance(id)
    expect(await find(id)).toMatchObject({ state: 'draining', problem: null })
    await passTime(setting.world, id)
    await advance(id)
    const holding = await find(id)
    expect(holding).toMatchObject({ state: 'draining', needsPerson: false })
    expect(holding.problem).toBe('The overlap is over, and billing-worker still has the old value.')
    expect(liveValues(key)).toContain(key.first)
    const next = await take()
    expect(next).not.toBe(key.first)
    await passTime(setting.world, id)
    await advance(id)
    expect(await find(id)).toMatchObject({ state: 'completed' })
    expect(liveValues(key)).toEqual([next])
  })

  it('is cut short by whoever completes the rotation', async () => {
    const key = await fresh()
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 24 })
    await advance(id)
    expect(await completeRotation(setting.manager.ctx, id)).toMatchObject({ state: 'revoking' })
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'completed' })
  })

  it('can be cancelled: the old value is current again, and the new key is ended', async () => {
    const key = await fresh()
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 24 })
    await advance(id)
    expect(await current(key.keyId)).not.toBe(key.first)
    await cancelRotation(setting.manager.ctx, id)
    expect(await current(key.keyId)).toBe(key.first)
    await carryOn(setting.world, id)
    expect(await find(id)).toMatchObject({ state: 'cancelled' })
    expect(liveValues(key)).toEqual([key.first])
  })
})

describe('the comparison with the provider', () => {
  it('reports keys that nobody here knows, and touches none of them', async () => {
    const key = await fresh()
    const stranger = key.account.ledger.mint('made by somebody')
    const ofAnotherInstallation = key.account.ledger.mint('claviger-rot-00000000000000000000000000-1')
    await compareWithProviders(new Date(Date.now() + 7_200_000))
    const { unknownKeys } = await setting.world.db.automation.findUniqueOrThrow({ where: { keyId: key.keyId } })
    const names = (unknownKeys as { name: string }[]).map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining([stranger.name, ofAnotherInstallation.name]))
    expect(liveValues(key)).toEqual(expect.arrayContaining([stranger.value, ofAnotherInstallation.value]))
  })
})

describe('the credential that makes keys', () => {
  it('is opened for nothing else: not shown, not fetched, and named in the log when it makes a key', async () => {
    const key = await fresh()
    await expect(revealKey(setting.manager.ctx, key.makerId, {})).rejects.toThrow(/opened for nothing else/)
    const token = await setting.world.token(setting.manager.id)
    const answer = await callRoute('GET', `/fetch/${setting.project.slug}/development`, { token })
    expect(answer.status).toBe(200)
    expect(Object.keys((await answer.json()).values).some((name) => name.startsWith('MAKER'))).toBe(false)
    const { id } = await rotate(setting.manager, key.keyId, { overlapHours: 0 })
    await carryOn(setting.world, id)
    const events = await setting.world.db.auditEvent.findMany({
      where: { keyId: key.makerId, action: 'rotation.advance' },
    })
    expect(events.map(({ body }) => JSON.parse(body).after.to)).toEqual(
      expect.arrayContaining(['list the keys', 'make a key', 'end the old key']),
    )
    expect(JSON.stringify(events, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
      key.account.credential,
    )
  })

  it('has to be one, and has to work', async () => {
    const { manager, project, lab } = setting
    const key = await fresh()
    const token = await setting.world.token(manager.id)
    const put = (body: unknown) => callRoute('PUT', `/keys/${key.keyId}/automation`, { token, body })
    const settings = key.account.api.settings
    expect((await put({ maker: key.keyId, settings })).status).toBe(422)
    expect(await (await put({ maker: key.makerId, settings: {} })).text()).toContain('settings.projectId')
    const place = { project: project.slug, environment: 'development', provider: 'openai', baseUrl: lab.url('openai') }
    const bad = await createKey(manager.ctx, {
      ...place,
      name: `BAD_${Date.now()}`,
      value: 'sk-admin-wrong',
      purpose: 'rotation',
    })
    const refused = await put({ maker: bad.id, settings, baseUrl: key.account.url })
    expect([refused.status, await refused.text()]).toEqual([502, expect.stringContaining('Nothing was kept')])
  })
})
