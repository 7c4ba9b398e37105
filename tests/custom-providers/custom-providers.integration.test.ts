import { createServer, type RequestListener } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '#lib/context'
import { createCustomProvider } from '#lib/custom-providers/create-custom-provider'
import { deleteCustomProvider } from '#lib/custom-providers/delete-custom-provider'
import { editCustomProvider } from '#lib/custom-providers/edit-custom-provider'
import { CreateCustomProviderInput } from '#lib/custom-providers/schema'
import { createKey } from '#lib/keys/create-key'
import { prepareKeyTest } from '#lib/pairings/prepare-key-test'
import { prepareValueTest } from '#lib/pairings/prepare-value-test'
import { listProviders } from '#lib/provider-list/list-providers'
import { type Listening, listen } from '../lab/listen.ts'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject
let admin: Context
let manager: Context
const servers: Listening[] = []

beforeAll(async () => {
  world = await freshWorld({
    CLAVIGER_OUTBOUND_ALLOW: '127.0.0.1',
    CLAVIGER_DNS_COMPARE: '',
    CLAVIGER_CONTROL_HOSTS: '',
  })
  project = await world.project()
  admin = (await world.member('admin')).ctx
  manager = (await world.member('member', { [project.development]: 'manager' })).ctx
})
afterAll(async () => {
  await world?.close()
  await Promise.all(servers.map((server) => server.close()))
})

async function serve(listener: RequestListener): Promise<string> {
  const server = await listen(createServer(listener))
  servers.push(server)
  return `http://127.0.0.1:${server.port}`
}

let names = 0
const input = (rest: Partial<CreateCustomProviderInput>) =>
  CreateCustomProviderInput.parse({
    name: `Gateway ${++names}`,
    baseUrl: 'https://gateway.example.test/v1',
    dialect: 'openai',
    variable: 'GATEWAY_API_KEY',
    ...rest,
  })
const keyOf = (provider: string, value: string) =>
  createKey(manager, { project: project.slug, environment: 'development', name: `KEY_${++names}`, provider, value })
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

describe('a server of the team’s own', () => {
  it('stands in the catalogue, takes keys, and is asked in its own way', async () => {
    const good = randomKey()
    const baseUrl = await serve((request, response) => {
      const isGood = request.url === '/v2/me' && request.headers['x-team-key'] === good
      response.writeHead(isGood ? 200 : 401, { 'content-type': 'application/json' })
      response.end(isGood ? '{"team":"blue"}' : '{"error":"who are you?"}')
    })
    const own = await createCustomProvider(
      admin,
      input({ baseUrl: `${baseUrl}/v2/`, dialect: 'http', path: '/me', header: 'X-Team-Key' }),
    )
    expect(own.header).toBe('x-team-key')
    const { items } = await listProviders(manager)
    expect(items.find(({ id }) => id === own.id)).toMatchObject({ name: own.name, custom: own, keyCount: 0 })

    const key = await keyOf(own.id, good)
    expect(await (await prepareKeyTest(manager, key.id, {}))()).toMatchObject({
      verdict: 'paired',
      target: `${baseUrl}/v2/me`,
      requests: { curl: expect.stringContaining(`x-team-key: $${key.name}`) },
    })
    const other = await prepareValueTest(manager, { provider: own.id, value: randomKey() })
    expect(await other()).toMatchObject({ verdict: 'key_invalid' })
  })

  it('proves nothing where a wrong key is answered alike', async () => {
    const baseUrl = await serve((_, response) => response.end('welcome'))
    const own = await createCustomProvider(admin, input({ baseUrl, dialect: 'http' }))
    const test = await prepareValueTest(manager, { provider: own.id, value: randomKey() })
    expect(await test()).toMatchObject({ verdict: 'unknown' })
  })

  it('in Anthropic’s dialect gets its key in x-api-key', async () => {
    const good = randomKey()
    const baseUrl = await serve((request, response) => {
      const isGood = request.url === '/v1/models' && request.headers['x-api-key'] === good
      response.writeHead(isGood ? 200 : 401, { 'content-type': 'application/json' })
      response.end(
        JSON.stringify(isGood ? { data: [{ id: 'ours', type: 'model' }], has_more: false } : { type: 'error' }),
      )
    })
    const own = await createCustomProvider(admin, input({ baseUrl: `${baseUrl}/v1`, dialect: 'anthropic' }))
    const test = await prepareValueTest(manager, { provider: own.id, value: good })
    expect(await test()).toMatchObject({ verdict: 'paired', observed: { models: ['ours'] } })
  })

  it('is edited and deleted by admins, each time with one event, and not while keys are stored of it', async () => {
    const own = await createCustomProvider(admin, input({}))
    const edited = await editCustomProvider(admin, own.id, { variable: 'LLM_KEY', baseUrl: own.baseUrl })
    expect(edited).toEqual({ ...own, variable: 'LLM_KEY' })
    await keyOf(own.id, randomKey())
    expect(await code(deleteCustomProvider(admin, own.id))).toBe('conflict')
    await world.db.key.deleteMany({ where: { provider: own.id } })
    await deleteCustomProvider(admin, own.id)
    expect(await code(editCustomProvider(admin, own.id, { name: 'Gone' }))).toBe('not_found')
    const events = (await world.events({})).filter(
      ({ targetId, outcome }) => targetId === own.id && outcome === 'allowed',
    )
    expect(events.map(({ action }) => action)).toEqual(['provider.create', 'provider.edit', 'provider.delete'])
  })

  it('has a name that no other has, however many add it at once', async () => {
    const same = input({})
    const outcomes = await Promise.all([1, 2, 3].map(() => code(createCustomProvider(admin, same))))
    expect(outcomes.sort()).toEqual(['conflict', 'conflict', 'done'])
  })

  it('is not a provider of the catalogue under another name', async () => {
    await expect(createCustomProvider(admin, input({ baseUrl: 'https://api.openai.com/v1' }))).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('OpenAI'),
    })
  })

  it('cannot be added, changed or deleted by others, and the refusals are recorded', async () => {
    const own = await createCustomProvider(admin, input({}))
    expect(await code(createCustomProvider(manager, input({})))).toBe('forbidden')
    expect(await code(editCustomProvider(manager, own.id, { name: 'Mine' }))).toBe('forbidden')
    expect(await code(deleteCustomProvider(manager, own.id))).toBe('forbidden')
    const denied = await world.events({ outcome: 'denied' })
    expect(denied.map(({ action }) => action)).toEqual(['provider.create', 'provider.edit', 'provider.delete'])
  })
})

describe('what may be said of one', () => {
  it.each([
    ['a header that belongs to the request', { dialect: 'http', header: 'Host' }],
    ['a header that would split', { dialect: 'http', header: 'x\r\ny' }],
    ['a path that is none', { dialect: 'http', path: 'me' }],
    ['an address that is none', { baseUrl: 'gateway' }],
    ['a variable that no shell takes', { variable: 'my key' }],
  ])('refuses %s', (_, wrong) => {
    const whole = { name: 'x', baseUrl: 'https://x.test', dialect: 'openai', variable: 'X_KEY', ...wrong }
    expect(CreateCustomProviderInput.safeParse(whole).success).toBe(false)
  })
})
