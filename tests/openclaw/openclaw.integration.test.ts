import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey } from '#lib/keys/create-key'
import { planOpenClaw } from '#lib/openclaw/plan-openclaw'
import { TOKEN_FILE, writeResolver } from '#lib/openclaw/write-resolver'
import { createScopedKey } from '#lib/scoped-keys/create-scoped-key'
import { callRoute } from '../support/call-route.ts'
import { randomKey } from '../support/random-key.ts'
import { freshWorld, type World, type WorldMember, type WorldProject } from '../support/world.ts'

let world: World
let project: WorldProject
let developer: WorldMember
const keys = {
  OPENAI_API_KEY: { provider: 'openai', value: randomKey('sk-') },
  GROQ_ONE: { provider: 'groq', value: randomKey('gsk_') },
  GROQ_TWO: { provider: 'groq', value: randomKey('gsk_') },
  STRIPE_KEY: { provider: 'stripe', value: randomKey('sk_test_') },
}

beforeAll(async () => {
  world = await freshWorld()
  project = await world.project()
  developer = await world.member('member', { [project.development]: 'developer' })
  for (const [name, key] of Object.entries(keys))
    await createKey(world.operator, { project: project.slug, environment: 'development', name, ...key })
})
afterAll(() => world.close())

const scopedKey = (keyNames?: string[]) =>
  createScopedKey(developer.ctx, {
    project: project.slug,
    environment: 'development',
    name: 'OpenClaw',
    ...(keyNames && { keyNames }),
  })
const resolve = async (token: string, ids: string[], more = {}) => {
  const body = { protocolVersion: 1, provider: 'claviger', ids, ...more }
  const response = await callRoute('POST', '/openclaw/resolve', { token, body })
  return { status: response.status, body: await response.json() }
}

describe('resolving references', () => {
  it('answers by the name of a key or of its provider, and with a code for what means none or several', async () => {
    const { id, secret } = await scopedKey()
    const { status, body } = await resolve(secret, [
      'development/openai-api-key',
      'development/openai',
      'development/groq',
      'development/nothing',
      'production/openai',
      'openai',
    ])
    expect(status).toBe(200)
    expect(body).toEqual({
      protocolVersion: 1,
      values: {
        'development/openai-api-key': keys.OPENAI_API_KEY.value,
        'development/openai': keys.OPENAI_API_KEY.value,
      },
      errors: {
        'development/groq': { code: 'AMBIGUOUS_DUPLICATE_KEY' },
        'development/nothing': { code: 'NOT_FOUND' },
        'production/openai': { code: 'NOT_FOUND' },
        openai: { code: 'NOT_FOUND' },
      },
    })
    const uses = await world.db.usageEvent.findMany({ where: { consumerId: id } })
    expect(uses).toEqual([expect.objectContaining({ kind: 'openclaw', version: 1, consumerName: 'OpenClaw' })])
    const [event] = (await world.events({ action: 'value.fetch' })).filter(({ actorId }) => actorId === id)
    expect(JSON.parse(event?.body ?? '{}')).toMatchObject({
      target: { type: 'environment', id: project.development, name: 'development' },
      after: { keys: { OPENAI_API_KEY: 1 } },
    })
    expect(event?.body).not.toContain(keys.OPENAI_API_KEY.value)
  })

  it('reaches what the scoped key reaches, opens nothing for nothing, and speaks version 1 alone', async () => {
    const { id, secret } = await scopedKey(['STRIPE_*'])
    expect((await resolve(secret, ['development/openai'])).body.errors).toEqual({
      'development/openai': { code: 'NOT_FOUND' },
    })
    expect(await world.db.usageEvent.count({ where: { consumerId: id } })).toBe(0)
    expect((await resolve(secret, [], { protocolVersion: 2 })).status).toBe(422)
    expect((await resolve('clv_key_nonsense', ['development/openai'])).status).toBe(401)
  })
})

describe('the plan', () => {
  it('names a reference for each model provider, which resolves, and what was last given out', async () => {
    const plan = await planOpenClaw(developer.ctx, { project: project.slug, environment: 'development' })
    expect(plan.references.map(({ as, reference }) => [as, reference])).toEqual([
      ['groq', 'development/groq-one'],
      ['openai', 'development/openai-api-key'],
    ])
    expect(JSON.parse(plan.config).models.providers.openai.apiKey).toEqual({
      source: 'exec',
      provider: 'claviger',
      id: 'development/openai-api-key',
    })
    const { secret } = await scopedKey()
    const { body } = await resolve(
      secret,
      plan.references.map(({ reference }) => reference),
    )
    expect(body.errors).toEqual({})
    const after = await planOpenClaw(developer.ctx, { project: project.slug, environment: 'development' })
    expect(after.references.map(({ resolved }) => resolved?.version)).toEqual([1, 1])
    const told = JSON.stringify(after)
    for (const { value } of Object.values(keys)) expect(told).not.toContain(value)
  })

  it('gives the keys that are asked for to the names that are asked for', async () => {
    const plan = await planOpenClaw(developer.ctx, {
      project: project.slug,
      environment: 'development',
      keys: [{ key: 'STRIPE_KEY', as: 'mockai' }],
      command: '/opt/claviger-resolver',
    })
    expect(plan.plan).toEqual({
      version: 1,
      protocolVersion: 1,
      providerUpserts: { claviger: { source: 'exec', command: '/opt/claviger-resolver', timeoutMs: 5000 } },
      targets: [
        {
          type: 'models.providers.apiKey',
          path: 'models.providers.mockai.apiKey',
          pathSegments: ['models', 'providers', 'mockai', 'apiKey'],
          providerId: 'mockai',
          ref: { source: 'exec', provider: 'claviger', id: 'development/stripe-key' },
        },
      ],
    })
    await expect(
      planOpenClaw(developer.ctx, {
        project: project.slug,
        environment: 'development',
        keys: [{ key: 'NO', as: 'a' }],
      }),
    ).rejects.toThrow(/no key NO here/)
  })
})

describe('the resolver', () => {
  let server: Server
  let folder: string
  let script: string
  const asked: { authorization: string | undefined; body: string; url: string | undefined }[] = []

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'claviger-resolver-'))
    script = path.join(folder, 'claviger-resolver')
    server = createServer(async (request, response) => {
      const body = await Array.fromAsync(request).then((parts) => Buffer.concat(parts).toString())
      const { authorization } = request.headers
      asked.push({ authorization, body, url: request.url })
      const answer = await callRoute('POST', '/openclaw/resolve', {
        token: authorization?.slice(7) ?? '',
        text: body,
        headers: { 'content-type': 'application/json' },
      })
      response.writeHead(answer.status).end(await answer.text())
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    await writeFile(script, writeResolver(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
    await chmod(script, 0o700)
  })
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await rm(folder, { recursive: true })
  })

  /** As OpenClaw runs it: no environment, the request on standard input. */
  const run = (request: object) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
      const child = execFile(script, [], { env: { NODE_ENV: 'test' }, cwd: folder }, (error, stdout, stderr) =>
        done({ code: error ? Number(error.code) : 0, stdout, stderr }),
      )
      // A script that ends before it reads is what one case is about.
      child.stdin?.on('error', () => {}).end(JSON.stringify(request))
    })
  const request = { protocolVersion: 1, provider: 'claviger', ids: ['development/openai'] }

  it('passes the request on with the token of its file, with and without a line’s end, and the answer back', async () => {
    const { secret } = await scopedKey()
    for (const end of ['', '\n']) {
      await writeFile(path.join(folder, TOKEN_FILE), secret + end, { mode: 0o600 })
      const { code, stdout } = await run(request)
      expect([code, JSON.parse(stdout).values]).toEqual([0, { 'development/openai': keys.OPENAI_API_KEY.value }])
      expect(asked.at(-1)).toEqual({
        authorization: `Bearer ${secret}`,
        body: JSON.stringify(request),
        url: '/api/v1/openclaw/resolve',
      })
    }
  })

  it('ends with the code that says why: no token, token refused, nobody there', async () => {
    await rm(path.join(folder, TOKEN_FILE))
    expect((await run(request)).code).toBe(26)
    await writeFile(path.join(folder, TOKEN_FILE), 'clv_key_nonsense')
    const refused = await run(request)
    expect([refused.code, refused.stdout]).toEqual([22, ''])
    await writeFile(script, writeResolver('http://127.0.0.1:9'))
    expect((await run(request)).code).toBe(7)
  })
})
