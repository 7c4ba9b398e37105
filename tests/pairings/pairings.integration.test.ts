import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { createKey } from '#lib/keys/create-key'
import { findKey } from '#lib/keys/find-key'
import { replaceValue } from '#lib/keys/replace-value'
import { PairingResult, STAGES } from '#lib/pairing/schema'
import { findPairing } from '#lib/pairings/find-pairing'
import { listPairings } from '#lib/pairings/list-pairings'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import { prepareValueTest } from '#lib/pairings/prepare-value-test'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { callRoute } from '../support/call-route.ts'
import { eventually } from '../support/eventually.ts'
import { freshWorld, type World, type WorldProject } from '../support/world.ts'

let world: World
let lab: Lab
let project: WorldProject
let manager: Context
let viewer: Context
let stranger: Context

beforeAll(async () => {
  lab = await startLab()
  world = await freshWorld({
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  })
  project = await world.project()
  manager = (await world.member('member', { [project.development]: 'manager' })).ctx
  viewer = (await world.member('member', { [project.development]: 'viewer' })).ctx
  stranger = (await world.member('member')).ctx
})
afterAll(async () => {
  await world.close()
  await lab.stop()
})

let names = 0
const storedKey = (value: string) =>
  createKey(manager, {
    project: project.slug,
    environment: 'development',
    name: `KEY_${++names}`,
    provider: 'openai',
    baseUrl: lab.url('openai'),
    value,
  })
const test = async (id: string, options = {}) => (await prepareKeyTest(manager, id, options))()

describe('testing a key', () => {
  it('never calls an address that the operator does not allow, though it may be stored', async () => {
    const key = await createKey(manager, {
      project: project.slug,
      environment: 'development',
      name: 'METADATA',
      provider: 'openai-compatible',
      baseUrl: 'http://169.254.169.254/latest',
      value: 'any',
    })
    const result = await test(key.id)
    expect(result.verdict).toBe('target_not_allowed')
    expect(result.stages.filter(({ status }) => status === 'passed').map(({ stage }) => stage)).not.toContain('tcp')
  })

  it('keeps the result, makes it the state of the key, and leaves one event and one use', async () => {
    const value = lab.issue('openai')
    const key = await storedKey(value)
    const stages: string[] = []
    const run = await prepareKeyTest(manager, key.id, {})
    const result = await run(({ stage }) => stages.push(stage))
    expect(result).toMatchObject({
      verdict: 'paired',
      keyId: key.id,
      version: 1,
      trigger: 'manual',
      provider: 'openai',
    })
    expect(stages).toEqual(result.stages.map(({ stage }) => stage))
    expect(await findKey(viewer, key.id)).toMatchObject({
      status: 'paired',
      lastPairing: {
        id: result.id,
        verdict: 'paired',
        stages: expect.stringMatching(new RegExp(`^[pws]{${STAGES.length}}$`)),
      },
    })
    expect(await findPairing(viewer, result.id)).toEqual(result)
    expect((await listPairings(viewer, key.id, { limit: 10 })).items).toEqual([result])
    const events = await world.events({ action: 'key.test' })
    expect(events.filter(({ keyId }) => keyId === key.id)).toHaveLength(1)
    expect(await world.db.usageEvent.findMany({ where: { keyId: key.id } })).toMatchObject([
      { kind: 'test', version: 1 },
    ])
  })

  it('tells a key that was good and is refused now, and a new value starts untested', async () => {
    const value = lab.issue('openai')
    const key = await storedKey(value)
    await test(key.id)
    lab.set(value, 'revoked')
    const refused = await test(key.id)
    expect((await findKey(manager, key.id)).status).toBe('failing')
    expect(refused.verdict).toBe('key_revoked')
    expect(await replaceValue(manager, key.id, { value: lab.issue('openai') })).toMatchObject({ status: 'untested' })
  })

  it('tells whoever waits when a verdict differs from the last, and only then', async () => {
    const heard: unknown[] = []
    const jobs = await world.work([
      {
        name: 'test.verdicts',
        on: 'key.verdict_changed',
        atOnce: 1,
        lookEverySeconds: 1,
        withinSeconds: 60,
        retries: 0,
        run: async (data) => void heard.push(data),
      },
    ])
    const value = lab.issue('openai')
    const key = await storedKey(value)
    const results = []
    for (const state of ['valid', 'valid', 'revoked', 'revoked', 'valid']) {
      lab.set(value, state)
      results.push(await test(key.id))
    }
    await eventually(() => expect(heard).toHaveLength(3))
    expect(heard).toEqual(
      [
        { from: null, to: 'paired', result: results[0] },
        { from: 'paired', to: 'key_revoked', result: results[2] },
        { from: 'key_revoked', to: 'paired', result: results[4] },
      ].map(({ from, to, result }) => ({ keyId: key.id, pairingId: result?.id, from, to, at: result?.startedAt })),
    )
    await jobs.stop()
    delete world.runtime.jobs
  })

  it('of an older version keeps the result and leaves the state of the key alone', async () => {
    const old = lab.issue('openai')
    const key = await storedKey(old)
    await replaceValue(manager, key.id, { value: lab.issue('openai') })
    await test(key.id)
    lab.set(old, 'revoked')
    const result = await test(key.id, { version: 1 })
    expect(result).toMatchObject({ version: 1 })
    expect(result.verdict).not.toBe('paired')
    expect(await findKey(manager, key.id)).toMatchObject({ status: 'paired', version: 2 })
    await expect(prepareKeyTest(manager, key.id, { version: 9 })).rejects.toMatchObject({ code: 'invalid' })
  })

  it('does not speak for a value that was replaced while the test ran', async () => {
    const key = await storedKey(lab.issue('openai'))
    const run = await prepareKeyTest(manager, key.id, {})
    await replaceValue(manager, key.id, { value: lab.issue('openai') })
    expect((await run()).verdict).toBe('paired')
    expect(await findKey(manager, key.id)).toMatchObject({ version: 2, status: 'untested', lastPairing: null })
  })

  it('is refused to viewers and not found by strangers, and both refusals are recorded', async () => {
    const key = await storedKey(lab.issue('openai'))
    await expect(prepareKeyTest(viewer, key.id, {})).rejects.toMatchObject({ code: 'forbidden' })
    await expect(prepareKeyTest(stranger, key.id, {})).rejects.toMatchObject({ code: 'not_found' })
    const denied = await world.events({ action: 'key.test', outcome: 'denied' })
    expect(denied.filter(({ keyId }) => keyId === key.id)).toHaveLength(2)
  })
})

describe('testing a value', () => {
  const input = (value: string, more = {}) => ({ provider: 'openai', baseUrl: lab.url('openai'), value, ...more })

  it('stores no key, keeps the result for its maker alone, and leaves an event without the value', async () => {
    const value = lab.issue('openai')
    const keys = await world.db.key.count()
    const result = await (await prepareValueTest(manager, input(value)))()
    expect(result).toMatchObject({ verdict: 'paired', trigger: 'before_storing' })
    expect(result).not.toHaveProperty('keyId')
    expect(await world.db.key.count()).toBe(keys)
    expect(await findPairing(manager, result.id)).toEqual(result)
    await expect(findPairing(viewer, result.id)).rejects.toMatchObject({ code: 'not_found' })
    const [event] = (await world.events({ action: 'value.test' })).slice(-1)
    expect(event).toMatchObject({ outcome: 'allowed', targetType: 'provider', targetId: 'openai' })
    expect(event?.body).not.toContain(value.slice(-8))
  })

  it('takes anything for a value, and says what is wrong with it', async () => {
    for (const value of ['x', '\u0000\ud800', `"${lab.issue('openai')}"`, 'a'.repeat(16_384)]) {
      const result = await (await prepareValueTest(manager, input(value)))()
      expect(result.verdict).not.toBe('paired')
      expect(await findPairing(manager, result.id)).toMatchObject({ verdict: result.verdict })
    }
  })

  it('asks for the role of the environment that is named, and none for a name that is nowhere', async () => {
    const value = lab.issue('openai')
    for (const environment of [`${project.slug}/development`, project.development, 'production', undefined]) {
      await expect(prepareValueTest(manager, input(value, { environment }))).resolves.toBeTypeOf('function')
    }
    for (const environment of [`${project.slug}/production`, project.production, 'nowhere/production']) {
      await expect(prepareValueTest(manager, input(value, { environment }))).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    await expect(prepareValueTest(viewer, input(value))).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('names the field of a provider that is not in the catalogue', async () => {
    await expect(prepareValueTest(manager, input('x', { provider: 'nobody' }))).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: 'provider' }],
    })
  })
})

describe('the event stream', () => {
  it('sends each stage as it ends, then the very result that is kept', async () => {
    const { id } = await world.member('member', { [project.development]: 'developer' })
    const token = await world.token(id)
    const key = await storedKey(lab.issue('openai'))
    const response = await callRoute('POST', `/keys/${key.id}/pairings`, {
      token,
      headers: { accept: 'text/event-stream' },
    })
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const events = readEvents(await response.text())
    const result = PairingResult.parse(events.at(-1)?.data)
    expect(events.map(({ event }) => event)).toEqual([...result.stages.map(() => 'stage'), 'result'])
    const kept = await callRoute('GET', `/pairings/${result.id}`, { token })
    expect(await kept.json()).toEqual(events.at(-1)?.data)
  })

  it('still answers a refusal as a refusal', async () => {
    const { id } = await world.member('member')
    const headers = { accept: 'text/event-stream' }
    const response = await callRoute('POST', '/keys/key_none/pairings', { token: await world.token(id), headers })
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })
})

function readEvents(text: string): { event: string; data: unknown }[] {
  return text
    .split('\n\n')
    .filter(Boolean)
    .map((block) => {
      const [event = '', data = 'null'] = block.split('\n').map((line) => line.replace(/^\w+: /, ''))
      return { event, data: JSON.parse(data) }
    })
}
