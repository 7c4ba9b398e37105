import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAllowedHosts } from '#lib/allowlists/list-allowed-hosts'
import type { Context } from '#lib/context'
import { createCustomProvider } from '#lib/custom-providers/create-custom-provider'
import { AppError } from '#lib/errors'
import { createKey } from '#lib/keys/create-key'
import { deleteKey } from '#lib/keys/delete-key'
import { replaceValue } from '#lib/keys/replace-value'
import { addOwnAnswer } from '#lib/own-answers/add-own-answer'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import { exportRequest } from '#lib/request-exports/export-request'
import { addLog } from '#lib/troubleshooting/add-log'
import { deleteTroubleshooting } from '#lib/troubleshooting/delete-troubleshooting'
import { editTroubleshooting } from '#lib/troubleshooting/edit-troubleshooting'
import { findTroubleshooting } from '#lib/troubleshooting/find-troubleshooting'
import { listTroubleshootings } from '#lib/troubleshooting/list-troubleshootings'
import { prepareTestAgain } from '#lib/troubleshooting/prepare-test-again'
import { prepareTroubleshooting } from '#lib/troubleshooting/prepare-troubleshooting'
import { STEPS, Troubleshooting, type TroubleshootingStep } from '#lib/troubleshooting/schema'
import { type Lab, startLab } from '../lab/start-lab.ts'
import { callRoute } from '../support/call-route.ts'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldMember, type WorldProject } from '../support/world.ts'

let world: World
let lab: Lab
let project: WorldProject
let manager: WorldMember
let developer: Context
let viewer: Context
let stranger: Context
let owner: Context

beforeAll(async () => {
  lab = await startLab()
  world = await freshWorld({
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  })
  project = await world.project()
  manager = await world.member('member', { [project.development]: 'manager' })
  developer = (await world.member('member', { [project.development]: 'developer' })).ctx
  viewer = (await world.member('member', { [project.development]: 'viewer' })).ctx
  stranger = (await world.member('member', { [project.staging]: 'manager' })).ctx
  owner = (await world.member('owner')).ctx
})
afterAll(async () => {
  await world.close()
  await lab.stop()
})

let names = 0
const storedKey = (value = lab.issue('openai')) =>
  createKey(manager.ctx, {
    project: project.slug,
    environment: 'development',
    name: `KEY_${++names}`,
    provider: 'openai',
    baseUrl: lab.url('openai'),
    value,
  })
const start = async (ctx: Context, input: Parameters<typeof prepareTroubleshooting>[1]) =>
  (await prepareTroubleshooting(ctx, input))()
const pasted = (value: string, more = {}) => ({ provider: 'openai', baseUrl: lab.url('openai'), value, ...more })
const stepOf = ({ steps }: Troubleshooting, name: TroubleshootingStep['step']) => {
  const step = steps.find((each) => each.step === name)
  if (!step) throw new Error(`no step ${name}`)
  return step
}
const eventsOf = async (action: string, id: string) =>
  (await world.events({ action })).filter(({ targetId, keyId }) => targetId === id || keyId === id)
async function* bytes(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text)
}

describe('searching for the fault of a stored key', () => {
  it('does at once what the machine can, in nine steps with evidence, and leaves one event without the value', async () => {
    const value = lab.issue('openai')
    const key = await storedKey(value)
    const stages: string[] = []
    const run = await prepareTroubleshooting(developer, { key: key.id })
    const made = await run(({ stage }) => stages.push(stage))
    expect(Troubleshooting.parse(made)).toEqual(made)
    expect(stages).toEqual(made.pairing?.stages.map(({ stage }) => stage))
    expect(made.steps.map(({ step, status }) => `${step} ${status}`)).toEqual([
      'basics passed',
      'key passed',
      'network passed',
      'service_status passed',
      'application_health waiting',
      'logs waiting',
      'direct_test passed',
      'advanced_network skipped',
      'support skipped',
    ])
    expect(made.conclusion).toMatchObject({ verdict: 'paired', fromStep: 'direct_test' })
    expect(made.key).toEqual({
      id: key.id,
      name: key.name,
      project: project.slug,
      environment: 'development',
      environmentId: project.development,
      protected: false,
    })
    const events = await eventsOf('troubleshooting.create', key.id)
    expect(events).toHaveLength(1)
    expect(await eventsOf('key.test', key.id)).toHaveLength(1)
    expect(JSON.stringify([made, events.map(({ body }) => body)])).not.toContain(value.slice(-12))
  })

  it('concludes what the test concludes where nothing else is known, with whom to ask and a message', async () => {
    const value = lab.issue('openai')
    const key = await storedKey(value)
    await (await prepareKeyTest(developer, key.id, {}))()
    lab.set(value, 'revoked')
    const made = await start(developer, { key: key.id })
    expect(made.conclusion).toMatchObject({
      verdict: 'key_revoked',
      fromStep: 'key',
      contact: { who: 'The key’s owner' },
    })
    expect(stepOf(made, 'key')).toMatchObject({
      status: 'failed',
      evidence: { earlierTests: [{ verdict: 'paired', version: 1 }] },
    })
    expect(made.conclusion.contact.message).toMatch(/HTTP 401.*\n/)
    expect(made.conclusion.contact.message).toContain(`with the key ${key.name}, version 1 (its value is withheld)`)
    expect(stepOf(made, 'support').status).toBe('waiting')
  })

  it('counts other keys where everybody who reads the record sees them, and nowhere else', async () => {
    const other = await createKey(owner, {
      project: project.slug,
      environment: 'staging',
      name: 'ELSEWHERE',
      provider: 'anthropic',
      baseUrl: lab.url('anthropic'),
      value: lab.issue('anthropic'),
    })
    await (await prepareKeyTest(owner, other.id, {}))()
    const input = { provider: 'anthropic', baseUrl: lab.url('anthropic'), value: lab.issue('anthropic') }
    const key = await createKey(manager.ctx, {
      ...input,
      project: project.slug,
      environment: 'development',
      name: 'HERE',
    })
    expect(stepOf(await start(owner, { key: key.id }), 'service_status').evidence.otherKeys).toEqual({
      tested: 0,
      good: 0,
      failing: 0,
    })
    expect(stepOf(await start(owner, input), 'service_status').evidence.otherKeys).toMatchObject({ tested: 2, good: 2 })
  })

  it('is for those who may test the key, and the record for all who see it', async () => {
    const key = await storedKey()
    await expect(prepareTroubleshooting(viewer, { key: key.id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(prepareTroubleshooting(stranger, { key: key.id })).rejects.toMatchObject({ code: 'not_found' })
    const denied = await world.events({ action: 'troubleshooting.create', outcome: 'denied' })
    expect(denied.filter(({ keyId }) => keyId === key.id)).toHaveLength(2)
    expect(await eventsOf('key.test', key.id)).toHaveLength(0)

    const { id } = await start(developer, { key: key.id })
    expect((await findTroubleshooting(viewer, id)).id).toBe(id)
    await expect(findTroubleshooting(stranger, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(editTroubleshooting(viewer, id, { answers: {} })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(deleteTroubleshooting(viewer, id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(addLog(stranger, id, bytes('x'))).rejects.toMatchObject({ code: 'not_found' })
    await expect(prepareTestAgain(viewer, id, {})).rejects.toMatchObject({ code: 'forbidden' })
    const refused = (await world.events({ outcome: 'denied' })).filter(({ targetId }) => targetId === id)
    expect(refused.map(({ action }) => action).sort()).toEqual([
      'troubleshooting.delete',
      'troubleshooting.edit',
      'troubleshooting.edit',
      'troubleshooting.find',
      'troubleshooting.test',
    ])
  })

  it('says the same of a deleted key as of none', async () => {
    const key = await storedKey()
    const { id } = await start(developer, { key: key.id })
    await deleteKey(manager.ctx, key.id)
    await expect(prepareTroubleshooting(developer, { key: key.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(prepareTestAgain(developer, id, {})).rejects.toMatchObject({ code: 'not_found' })
    expect((await findTroubleshooting(viewer, id)).id).toBe(id)
  })
})

describe('searching for the fault of a value just pasted', () => {
  it('keeps what came of it, for its maker alone, and of the value nothing', async () => {
    const value = lab.issue('openai')
    const keys = await world.db.key.count()
    const made = await start(
      developer,
      pasted(value, { application: { name: 'Worker', baseUrl: `https://x.example/?key=${value}` } }),
    )
    expect(made).toMatchObject({ key: null, conclusion: { fromStep: 'application_health' } })
    expect(await world.db.key.count()).toBe(keys)
    expect((await findTroubleshooting(developer, made.id)).id).toBe(made.id)
    for (const other of [viewer, manager.ctx, owner])
      await expect(findTroubleshooting(other, made.id)).rejects.toMatchObject({ code: 'not_found' })
    const row = await world.db.troubleshooting.findUniqueOrThrow({ where: { id: made.id } })
    const events = await world.events()
    expect(JSON.stringify([row, events.map(({ body }) => body)])).not.toContain(value.slice(-12))
  })

  it('has to be pasted once more to be tested again', async () => {
    const value = lab.issue('openai')
    const { id } = await start(developer, pasted(value))
    await expect(prepareTestAgain(developer, id, {})).rejects.toMatchObject({ errors: [{ path: 'value' }] })
    lab.set(value, 'revoked')
    const again = await (await prepareTestAgain(developer, id, { value }))()
    expect(again.conclusion.verdict).not.toBe('paired')
    expect(stepOf(again, 'key').status).toBe('failed')
  })

  it('names the field of a provider that is not in the catalogue', async () => {
    await expect(prepareTroubleshooting(developer, pasted('x', { provider: 'nobody' }))).rejects.toMatchObject({
      errors: [{ path: 'provider' }],
    })
  })
})

describe('the list', () => {
  it('holds what the caller sees, newest first, page by page', async () => {
    const key = await storedKey()
    const made = [await start(developer, { key: key.id }), await start(developer, { key: key.id })]
    const own = await start(manager.ctx, pasted(lab.issue('openai')))
    const ids = async (ctx: Context, more = {}) =>
      (await listTroubleshootings(ctx, { limit: 200, ...more })).items.map(({ id }) => id)
    expect((await ids(viewer, { key: key.id })).sort()).toEqual(made.map(({ id }) => id).sort())
    expect(await ids(manager.ctx)).toContain(own.id)
    expect(await ids(developer)).not.toContain(own.id)
    expect(await ids(owner)).not.toContain(own.id)
    expect(await ids(stranger, { key: key.id })).toEqual([])
    const first = await listTroubleshootings(viewer, { limit: 1, key: key.id })
    const second = await listTroubleshootings(viewer, { limit: 1, key: key.id, cursor: first.nextCursor ?? undefined })
    expect(first.items[0]?.waiting).toEqual(['application_health', 'logs'])
    expect(new Set([first, second].flatMap(({ items }) => items.map(({ id }) => id))).size).toBe(2)
    expect(second.nextCursor).toBeNull()
  })
})

describe('what people answer', () => {
  it('is kept with who and when, changes the conclusion, and can be taken back', async () => {
    const { id } = await start(developer, { key: (await storedKey()).id })
    const answered = await editTroubleshooting(developer, id, {
      answers: { 'network.from_application': 'certificate' },
    })
    expect(answered.conclusion.verdict).toBe('tls_intercepted')
    const action = stepOf(answered, 'network').actions.find((each) => each.id === 'network.from_application')
    expect(action?.answer).toMatchObject({
      value: 'certificate',
      by: { id: developer.actor.id },
      at: expect.any(String),
    })
    const back = await editTroubleshooting(developer, id, { answers: { 'network.from_application': null } })
    expect(back.conclusion.verdict).toBe('paired')
    expect(await eventsOf('troubleshooting.edit', id)).toHaveLength(2)
  })

  it('is compared where it is about the application', async () => {
    const { id } = await start(developer, { key: (await storedKey()).id })
    const application = { platform: 'python_httpx' as const, baseUrl: lab.url('openai'), environment: 'development' }
    const same = await editTroubleshooting(developer, id, {
      application: { ...application, clock: new Date().toISOString() },
    })
    expect(stepOf(same, 'application_health')).toMatchObject({ status: 'passed', doneBy: 'machine' })
    const late = new Date(Date.now() - 3_600_000).toISOString()
    const off = await editTroubleshooting(developer, id, { application: { ...application, clock: late } })
    expect(off.conclusion).toMatchObject({
      verdict: 'clock_skew',
      headline: expect.stringMatching(/60 minutes behind/),
    })
    const told = await editTroubleshooting(developer, id, { application: { ...application, name: 'assistant' } })
    expect(told.conclusion.verdict).toBe('clock_skew')
  })

  it('is refused where nothing of the kind is asked, without saying back what was sent', async () => {
    const { id } = await start(developer, { key: (await storedKey()).id })
    const secret = randomKey('sk-proj-')
    const wrong: Record<string, string>[] = [
      { [secret]: 'yes' },
      { 'support.nothing': 'x' },
      { 'network.same_network': 'perhaps' },
      { 'logs.upload': 'yes' },
    ]
    for (const answers of wrong) {
      const refused = editTroubleshooting(developer, id, { answers })
      await expect(refused).rejects.toMatchObject({ code: 'invalid', message: expect.not.stringContaining(secret) })
    }
    const { body } = (await eventsOf('troubleshooting.edit', id)).at(-1) ?? { body: '' }
    expect(body).not.toContain(secret)
  })

  it('of two at once loses neither', async () => {
    const { id } = await start(developer, { key: (await storedKey()).id })
    await Promise.all([
      editTroubleshooting(developer, id, { answers: { 'basics.since': 'sudden' } }),
      editTroubleshooting(manager.ctx, id, { answers: { 'network.same_network': 'other' } }),
      editTroubleshooting(developer, id, { answers: { 'application_health.restarted': 'yes' } }),
    ])
    const answered = (await findTroubleshooting(viewer, id)).steps.flatMap(({ actions }) =>
      actions.filter(({ answer }) => answer).map((each) => each.id),
    )
    expect(answered.sort()).toEqual(['application_health.restarted', 'basics.since', 'network.same_network'])
  })
})

describe('testing again', () => {
  it('tests what is stored now, and draws the conclusion anew', async () => {
    const value = lab.issue('openai', { scenario: 'revoked' })
    const key = await storedKey(value)
    const { id, conclusion } = await start(developer, { key: key.id })
    expect(conclusion.verdict).toMatch(/^key_/)
    await replaceValue(manager.ctx, key.id, { value: lab.issue('openai') })
    const again = await (await prepareTestAgain(developer, id, {}))()
    expect(again.conclusion.verdict).toBe('paired')
    expect(again.pairing).toMatchObject({ version: 2, trigger: 'troubleshooting' })
    expect(await eventsOf('troubleshooting.test', id)).toHaveLength(1)
  })
})

describe('a provider of the team’s own', () => {
  it('is searched, exported and allowed like one of the catalogue', async () => {
    const variable = 'GATEWAY_KEY'
    const custom = {
      name: 'Our gateway',
      baseUrl: lab.url('openai'),
      dialect: 'openai' as const,
      variable,
      path: '/',
      header: 'authorization',
    }
    const { id: provider } = await createCustomProvider(owner, custom)
    const value = lab.issue('openai', { scenario: 'revoked' })
    const key = await createKey(manager.ctx, {
      project: project.slug,
      environment: 'development',
      name: variable,
      provider,
      value,
    })
    const made = await start(developer, { key: key.id })
    expect(stepOf(made, 'basics')).toMatchObject({ status: 'passed', summary: expect.stringContaining('Our gateway') })
    expect(made.conclusion).toMatchObject({
      verdict: expect.stringMatching(/^key_/),
      contact: { message: expect.stringContaining('cannot use Our gateway') },
    })
    expect((await exportRequest(developer, made.id, 'postman')).text).toContain(`{{${variable}}}`)
    const { api } = await listAllowedHosts(developer, { provider })
    expect(api).toMatchObject([
      { host: '127.0.0.1', port: Number(new URL(lab.url('openai')).port), protocol: 'http', providers: [provider] },
    ])
  })
})

describe('a log of the application', () => {
  const intercepted = [
    '2026-11-25T10:00:01.000Z starting worker',
    'TypeError: fetch failed',
    '    at node:internal/deps/undici/undici:13510:13 {',
    '  [cause]: Error: self-signed certificate in certificate chain',
    '      at TLSSocket.onConnectSecure (node:_tls_wrap:1679:34) {',
    "    code: 'SELF_SIGNED_CERT_IN_CHAIN'",
    '  }',
    '}',
    '',
  ].join('\n')
  const pairingRequired =
    '2026-11-23T10:59:17.459+00:00 [ws] closed before connect conn=07c3 remote=127.0.0.1 fwd=n/a origin=n/a host=127.0.0.1:18993 ua=n/a code=1008 reason=connect failed phase=auth_validated cause=pairing-required requestId=da2822ca-1158-4b7b-825a-51604676a86f reason=not-paired\n'

  it('that shows interception outweighs a key that pairs here: it is the application’s network', async () => {
    const { id, conclusion } = await start(developer, {
      key: (await storedKey()).id,
      application: { platform: 'node' },
    })
    expect(conclusion.verdict).toBe('paired')
    const found = await addLog(developer, id, bytes(intercepted.slice(0, 100), intercepted.slice(100)))
    expect(found.conclusion).toMatchObject({
      verdict: 'tls_intercepted',
      fromStep: 'logs',
      contact: { who: 'Your network team' },
    })
    expect(found.conclusion.because.join(' ')).toContain('From this server the key pairs')
    expect(found.conclusion.steps.map(({ detail }) => detail).join(' ')).toContain('NODE_EXTRA_CA_CERTS')
    expect(found.conclusion.contact.message).toContain('The application’s log: ')
    expect(stepOf(found, 'advanced_network')).toMatchObject({ status: 'waiting', doneBy: 'person' })
    const [event] = (await eventsOf('troubleshooting.edit', id)).slice(-1)
    expect(JSON.parse(event?.body ?? '{}').after.log).toMatchObject({
      causes: ['tls_intercepted'],
      lines: expect.any(Number),
    })
  })

  it('that shows one of OpenClaw’s own faults ends in that fault, with the command that mends it', async () => {
    const { id } = await start(developer, { key: (await storedKey()).id })
    const { conclusion } = await addLog(developer, id, bytes(pairingRequired))
    expect(conclusion).toMatchObject({ verdict: 'openclaw_device_unapproved', fromStep: 'logs' })
    expect(conclusion.steps[0]?.detail).toMatch(/^openclaw devices /)
  })

  it('of two that come at once is kept, and so is the other', async () => {
    const { id } = await start(developer, { key: (await storedKey()).id })
    await Promise.all([addLog(developer, id, bytes(intercepted)), addLog(developer, id, bytes(pairingRequired))])
    expect((await findTroubleshooting(viewer, id)).logs).toHaveLength(2)
  })

  it('that breaks off in mid-stream leaves nothing', async () => {
    const { id } = await start(developer, { key: (await storedKey()).id })
    async function* broken() {
      yield* bytes(intercepted)
      throw new AppError('too_large', 'Enough.')
    }
    await expect(addLog(developer, id, broken())).rejects.toMatchObject({ code: 'too_large' })
    expect((await findTroubleshooting(viewer, id)).logs).toEqual([])
  })
})

describe('an answer that a tool of one’s own got', () => {
  it('is kept masked and compared, with one event that says what came of it', async () => {
    const { id } = await start(developer, { key: (await storedKey()).id })
    const page = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<html><title>Sign in to the network</title></html>'
    const found = await addOwnAnswer(developer, id, { output: page })
    expect(found.conclusion).toMatchObject({ verdict: 'block_page', fromStep: 'direct_test' })
    expect(found.ownAnswers).toMatchObject([{ status: 200, isSame: false, by: { id: developer.actor.id } }])
    expect(stepOf(found, 'direct_test').status).toBe('failed')
    const [event] = (await eventsOf('troubleshooting.edit', id)).slice(-1)
    expect(JSON.parse(event?.body ?? '{}').after).toEqual({
      ownAnswer: { status: 200, verdict: 'block_page', isSame: false },
    })
    await expect(addOwnAnswer(viewer, id, { status: 200 })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(addOwnAnswer(stranger, id, { status: 200 })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('deleting', () => {
  it('leaves an event and nothing else; of two at once one is told that it was too late', async () => {
    const { id } = await start(developer, { key: (await storedKey()).id })
    const both = await Promise.allSettled([deleteTroubleshooting(developer, id), deleteTroubleshooting(developer, id)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(findTroubleshooting(developer, id)).rejects.toMatchObject({ code: 'not_found' })
    expect((await eventsOf('troubleshooting.delete', id)).filter(({ outcome }) => outcome === 'allowed')).toHaveLength(
      1,
    )
    await expect(deleteTroubleshooting(developer, id)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('secrets in what people paste', () => {
  it('are nowhere afterwards: not in the record, not in an event, not in an answer', async () => {
    // Of no known form, so that only knowing it can find it; and others of forms that anybody’s key has.
    const value = randomKey('zz')
    const key = await createKey(manager.ctx, {
      project: project.slug,
      environment: 'development',
      name: 'CANARY',
      provider: 'openai-compatible',
      baseUrl: lab.url('openai-compatible'),
      value,
    })
    const old = value
    const current = randomKey('yy')
    await replaceValue(manager.ctx, key.id, { value: current })
    const foreign = randomKey('sk-proj-')
    const bearer = randomKey('qq')
    const { id } = await start(developer, {
      key: key.id,
      application: { name: `x ${current}`, baseUrl: `https://h.example/${old}` },
    })
    const text = `Error: ${old} and ${current} and ${foreign}\nAuthorization: Bearer ${bearer}\nGET /v1?api_key=${bearer}`
    await editTroubleshooting(developer, id, { answers: { 'basics.message': text }, application: { name: `y ${old}` } })
    await addOwnAnswer(developer, id, {
      output: `HTTP/1.1 401 Unauthorized\r\nx-echo: ${current}\r\n\r\n{"error":{"message":"${foreign} ${old}"}}`,
    })
    await addOwnAnswer(developer, id, {
      status: 401,
      headers: { [`x-${current}`]: bearer, authorization: `Bearer ${bearer}` },
      body: `${old}`,
    })
    await addLog(developer, id, bytes(text.slice(0, 20), text.slice(20)))
    const row = await world.db.troubleshooting.findUniqueOrThrow({ where: { id } })
    const events = await world.events()
    const everything = JSON.stringify([row, await findTroubleshooting(developer, id), events.map(({ body }) => body)])
    for (const secret of [old, current, foreign, bearer]) expect(everything.includes(secret.slice(4, 30))).toBe(false)
  })
})

describe('the routes', () => {
  const tokenOf = async () => world.token((await world.member('member', { [project.development]: 'developer' })).id)

  it('answer a program: begin, read, answer, give a log, delete', async () => {
    const token = await tokenOf()
    const key = await storedKey()
    const created = await callRoute('POST', '/troubleshooting', { token, body: { key: key.id } })
    expect(created.status).toBe(201)
    const { id, steps } = await created.json()
    expect(steps.map(({ step }: TroubleshootingStep) => step)).toEqual(STEPS)
    const log = { token, text: 'healthy\n', headers: { 'content-type': 'text/plain; charset=utf-8' } }
    expect((await callRoute('POST', `/troubleshooting/${id}/logs`, log)).status).toBe(200)
    const lines = { ...log, headers: { 'content-type': 'application/x-ndjson' }, text: '{"message":"fine"}\n' }
    expect((await callRoute('POST', `/troubleshooting/${id}/logs`, lines)).status).toBe(200)
    const patched = await callRoute('PATCH', `/troubleshooting/${id}`, {
      token,
      body: { answers: { 'basics.since': 'always' } },
    })
    expect(patched.status).toBe(200)
    expect((await callRoute('GET', `/troubleshooting/${id}`, { token })).headers.get('cache-control')).toBe('no-store')
    expect((await callRoute('DELETE', `/troubleshooting/${id}`, { token })).status).toBe(204)
    expect((await callRoute('GET', `/troubleshooting/${id}`, { token })).status).toBe(404)
  })

  it('send each stage as it ends, then the record', async () => {
    const response = await callRoute('POST', '/troubleshooting', {
      token: await tokenOf(),
      body: { key: (await storedKey()).id },
      headers: { accept: 'text/event-stream' },
    })
    const events = [...(await response.text()).matchAll(/^event: (\w+)\ndata: (.*)$/gm)]
    expect(events.map(([, name]) => name)).toEqual([...Array(10).fill('stage'), 'result'])
    expect(() => Troubleshooting.parse(JSON.parse(events.at(-1)?.[2] ?? ''))).not.toThrow()
  })

  it.each<[string, object]>([
    ['neither a key nor a value', {}],
    ['both', { key: 'key_x', provider: 'openai', value: 'x' }],
    ['an unknown field', { key: 'key_x', colour: 'red' }],
    ['an unknown platform', { key: 'key_x', application: { platform: 'cobol' } }],
    ['a clock that is no time', { key: 'key_x', application: { clock: 'noon' } }],
  ])('refuse %s with 422', async (_, body) => {
    expect((await callRoute('POST', '/troubleshooting', { token: await tokenOf(), body })).status).toBe(422)
  })

  it('take a log as text alone, up to 50 MiB, and keep nothing of a larger one', async () => {
    const token = await tokenOf()
    const { id } = await start(developer, { key: (await storedKey()).id })
    const post = (headers: Record<string, string>, text = 'x') =>
      callRoute('POST', `/troubleshooting/${id}/logs`, { token, text, headers })
    expect((await post({ 'content-type': 'application/json' })).status).toBe(415)
    expect((await post({ 'content-type': 'text/plain' }, '')).status).toBe(422)
    const large = { 'content-type': 'text/plain', 'content-length': String(51 * 1024 * 1024) }
    expect((await post(large)).status).toBe(413)
    expect((await findTroubleshooting(developer, id)).logs).toEqual([])
  })
})
