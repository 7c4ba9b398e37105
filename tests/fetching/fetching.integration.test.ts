import { get } from 'node:http'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '#lib/audit-log/verify-chain'
import { createKey } from '#lib/keys/create-key'
import { replaceValue } from '#lib/keys/replace-value'
import type { Key } from '#lib/keys/schema'
import { createScopedKey } from '#lib/scoped-keys/create-scoped-key'
import { endScopedKey } from '#lib/scoped-keys/end-scoped-key'
import { type Changes, startChanges } from '#lib/server/changes'
import { setRuntime } from '#lib/server/runtime'
import { type RunningServer, startServer } from '#lib/server/start-server'
import { callRoute } from '../support/call-route.ts'
import { freePort } from '../support/port.ts'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldMember, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject
let developer: WorldMember
let changes: Changes
let server: RunningServer
let port: number
let key: Key
const value = randomKey('sk-')

beforeAll(async () => {
  world = await freshWorld()
  changes = await startChanges(world.runtime.appUrl)
  setRuntime({ ...world.runtime, changes })
  project = await world.project()
  developer = await world.member('member', { [project.development]: 'developer', [project.production]: 'developer' })
  key = await add('OPENAI_API_KEY', value)
  port = await freePort()
  server = await startServer({ ...world.runtime.env, port, host: '127.0.0.1' })
  server.open({
    handle: (_request, response) => response.writeHead(418).end('asked of Next'),
    readiness: async () => ({ reasons: [], warnings: [] }),
  })
})
afterAll(async () => {
  await server.close()
  await changes.stop()
  await world.close()
})

const add = (name: string, text: string, environment = 'development') =>
  createKey(world.operator, { project: project.slug, environment, name, provider: 'openai', value: text })
const make = () =>
  createScopedKey(developer.ctx, { project: project.slug, environment: 'development', name: 'a program' })

interface Answer {
  status: number
  headers: Record<string, unknown>
  body: string
}
/** Asks the port itself, as a program does. */
function ask(query: string, headers: Record<string, string>, environment = 'development'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const path = `/api/v1/fetch/${project.slug}/${environment}${query}`
    get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    }).on('error', reject)
  })
}
const bearer = (secret: string, more: Record<string, string> = {}) => ({ authorization: `Bearer ${secret}`, ...more })

describe('the door for programs', () => {
  it('answers a scoped key before any page is asked, and leaves everybody else to them', async () => {
    const { secret } = await make()
    const answer = await ask('', bearer(secret, { 'user-agent': 'a-program/1.0' }))
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'no-store', 'content-type': 'application/json' },
    })
    expect(JSON.parse(answer.body)).toEqual({
      values: { OPENAI_API_KEY: { value, version: 1 } },
      etag: answer.headers.etag,
    })
    expect(await ask('', {})).toMatchObject({ status: 418 })
    expect(await ask('', bearer('clv_pat_x'))).toMatchObject({ status: 418 })
    const used = await world.db.scopedKey.findFirst({ where: { lastUsedAgent: 'a-program/1.0' } })
    expect(used).toMatchObject({ uses: 1, lastUsedAddress: '127.0.0.1' })
  })

  it.each(['?format=xml', '?wait=61', '?names=', '?unknown=1', '?names=NOT_THERE', '?format=shell'])(
    'says the same to %s as the route does',
    async (query) => {
      const { secret } = await make()
      const [one, other] = await Promise.all([
        ask(query, bearer(secret)),
        callRoute('GET', `/fetch/${project.slug}/development${query}`, { token: secret }),
      ])
      expect([one.status, one.body]).toEqual([other.status, await other.text()])
    },
  )

  it('refuses what is no scoped key, and what it was not made for, in the words of every other error', async () => {
    const { secret } = await make()
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`
    const answers = [await ask('', bearer(wrong)), await ask('', bearer(secret), 'production')]
    expect(answers.map(({ status, body }) => [status, JSON.parse(body).code])).toEqual([
      [401, 'unauthenticated'],
      [404, 'not_found'],
    ])
  })
})

describe('waiting for a change', () => {
  it('is answered as soon as there is one, and not before', async () => {
    const { secret } = await make()
    const known = String((await ask('', bearer(secret))).headers.etag)
    const waiting = ask('?wait=50', bearer(secret, { 'if-none-match': known }))
    const nothing = await ask('?wait=1', bearer(secret, { 'if-none-match': known }))
    expect(nothing).toMatchObject({ status: 304, body: '' })
    const next = randomKey('sk-')
    await replaceValue(world.operator, key.id, { value: next })
    const answer = await waiting
    expect(JSON.parse(answer.body).values.OPENAI_API_KEY).toEqual({ value: next, version: 2 })
    const both = await ask('?include=previous', bearer(secret))
    expect(JSON.parse(both.body).values.OPENAI_API_KEY).toEqual({
      value: next,
      version: 2,
      previous: { value, version: 1 },
    })
    const [event] = (await world.events({ action: 'value.fetch' })).slice(-1)
    expect(JSON.parse(event?.body ?? '{}').after).toEqual({ keys: { OPENAI_API_KEY: [2, 1] } })
  })

  it('knows a tag that a proxy has made weak, and one among others', async () => {
    const { secret } = await make()
    const known = String((await ask('', bearer(secret))).headers.etag)
    for (const told of [`W/${known}`, `"other", W/"another", ${known}`]) {
      const { status, headers } = await ask('', bearer(secret, { 'if-none-match': told }))
      expect([status, headers.etag]).toEqual([304, known])
    }
    for (const told of ['*', '"other"', known.slice(1, -1)])
      expect((await ask('', bearer(secret, { 'if-none-match': told }))).status).toBe(200)
  })

  it('ends at once for a key that is ended meanwhile', async () => {
    const { id, secret } = await make()
    const known = String((await ask('', bearer(secret))).headers.etag)
    const waiting = ask('?wait=50', bearer(secret, { 'if-none-match': known }))
    const quiet = ask('?wait=1', bearer(secret, { 'if-none-match': known }))
    expect((await quiet).status).toBe(304)
    await endScopedKey(developer.ctx, id)
    expect(await waiting).toMatchObject({ status: 401, body: expect.stringContaining('was ended') })
  })
})

describe('what is recorded', () => {
  it('is one unbroken chain, however many ask at once, with one event an answer', async () => {
    const { id, secret } = await make()
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask('', bearer(secret))))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const events = (await world.events({ action: 'value.fetch' })).filter(({ actorId }) => actorId === id)
    expect(events).toHaveLength(200)
    const used = await world.db.usageEvent.aggregate({
      where: { consumerId: id, kind: 'fetch' },
      _sum: { times: true },
    })
    expect(used._sum.times).toBe(200)
    expect(await verifyChain(world.operator)).toMatchObject({ valid: true })
  })

  it('comes first: where it cannot be written nothing is opened, and the answer says so', async () => {
    const { secret } = await make()
    const admin = new Client({ connectionString: world.adminUrl })
    await admin.connect()
    await admin.query('ALTER FUNCTION commit_uses RENAME TO commit_uses_gone')
    const answer = await ask('', bearer(secret))
    await admin.query('ALTER FUNCTION commit_uses_gone RENAME TO commit_uses')
    await admin.end()
    expect(answer.status).toBe(503)
    expect(answer.body).toContain('could not be recorded')
    expect(answer.body).not.toContain('sk-')
    expect((await ask('', bearer(secret))).status).toBe(200)
  })

  it('holds no value, anywhere', async () => {
    const rows = JSON.stringify([
      await world.db.auditEvent.findMany({ select: { body: true, reason: true, targetName: true } }),
      await world.db.usageEvent.findMany(),
    ])
    expect(rows).not.toContain(value)
  })
})

describe('people', () => {
  it('fetch as well, and say why where the environment is protected', async () => {
    await add('OPENAI_API_KEY', randomKey('sk-'), 'production')
    const token = await world.token(developer.id)
    const path = `/fetch/${project.slug}`
    const text = await callRoute('GET', `${path}/development?format=dotenv`, { token })
    expect(await text.text()).toMatch(/^OPENAI_API_KEY=sk-/)
    expect((await callRoute('GET', `${path}/production`, { token })).status).toBe(422)
    expect((await callRoute('GET', `${path}/production?reason=a+deploy`, { token })).status).toBe(200)
    const events = (await world.events({ action: 'value.fetch' })).filter(({ actorId }) => actorId === developer.id)
    expect(events.at(-1)).toMatchObject({ reason: 'a deploy' })
  })
})
