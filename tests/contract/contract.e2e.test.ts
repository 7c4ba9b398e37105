import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { providers } from '../lab/providers/all.ts'
import { type Reply, startAnsweringServer } from '../pairing/answering-server.ts'
import { type ApiClient, apiClient, readEvents } from '../support/api-client.ts'
import { type App, startApp } from '../support/app.ts'

/*
 * A program that knows the public contract and nothing else: the real process, the real commands, real connections, and
 * a provider of its own whose words are not those of the lab.
 */
let app: App
let api: ApiClient
let answer: Reply = {}
let provider: Awaited<ReturnType<typeof startAnsweringServer>>
const project = { slug: 'payments', id: '' }

beforeAll(async () => {
  provider = await startAnsweringServer(() => answer)
  app = await startApp()
  const { email } = await app.makeAdmin()
  api = apiClient(app.baseUrl, await app.token(email))
  project.id = (await api('POST', '/projects', { body: { name: 'Payments', slug: project.slug } })).json.id
})
afterAll(async () => {
  await app?.stop()
  await provider?.[Symbol.asyncDispose]()
})

/** A random key of a provider's documented form. */
function mint(id: string): string {
  const format = Object.values(providers.find((one) => one.id === id)?.formats ?? {})[0]
  if (!format) throw new Error(`no format of ${id}`)
  return format.mint({ environment: 'live' })
}

async function store(name: string, more: Record<string, unknown> = {}) {
  const value = mint('openai')
  const body = { project: project.slug, environment: 'development', name, provider: 'openai', value, ...more }
  const { status, json } = await api('POST', '/keys', { body })
  expect({ status, detail: json.detail }).toEqual({ status: 201, detail: undefined })
  return { key: json, value: String(body.value) }
}

const models = { object: 'list', data: [{ id: 'house-model-1', object: 'model', owned_by: 'somebody', created: 7 }] }

describe('the main job', () => {
  it('stores a key, tests it, reads the verdict, reveals the value, and finds both in the audit', async () => {
    const { key, value } = await store('OPENAI_API_KEY', { baseUrl: `${provider.origin}/v1`, tags: ['checkout'] })
    expect(key).toMatchObject({ project: 'payments', environment: 'development', version: 1, status: 'untested' })
    expect(JSON.stringify(key)).not.toContain(value)
    answer = { body: models }
    const tested = await api('POST', `/keys/${key.id}/pairings`)
    expect(tested.json).toMatchObject({ keyId: key.id, version: 1, verdict: 'paired', confidence: 'proven' })
    expect(provider.asked.at(-1)?.headers.authorization).toBe(`Bearer ${value}`)
    expect(tested.json.requests.curl).toContain('$OPENAI_API_KEY')

    const revealed = await api('POST', `/keys/${key.id}/reveals`, { body: { reason: 'a look' } })
    expect([revealed.status, revealed.json]).toEqual([200, { value, version: 1 }])
    expect(revealed.headers.get('cache-control')).toBe('no-store')

    const { json: audit } = await api('GET', `/audit?key=${key.id}`)
    const actions = audit.items.map(({ action, outcome }: Record<string, string>) => `${action} ${outcome}`)
    for (const action of ['key.create', 'key.test', 'key.reveal']) expect(actions).toContain(`${action} allowed`)
    expect(audit.items[0]).toMatchObject({
      action: 'key.reveal',
      actor: { type: 'member' },
      target: { type: 'key', id: key.id, name: 'OPENAI_API_KEY' },
      project: 'payments',
      environment: 'development',
      address: '127.0.0.1',
      reason: 'a look',
    })
    expect(JSON.stringify([audit, tested.json])).not.toContain(value)
    expect((await api('GET', `/keys/${key.id}`)).json).toMatchObject({
      status: 'paired',
      lastPairing: { verdict: 'paired' },
    })
    expect((await api('GET', `/pairings/${tested.json.id}`)).json).toEqual(tested.json)
    expect((await api('GET', `/keys/${key.id}/pairings`)).json.items).toEqual([tested.json])
    expect((await api('GET', '/audit/verify')).json).toMatchObject({ valid: true, badCount: 0, gapCount: 0 })
  })

  it('streams the ten stages in their order, then the result', async () => {
    const { key } = await store('STREAMED', { baseUrl: `${provider.origin}/v1` })
    answer = { body: models }
    const headers = { accept: 'text/event-stream' }
    const { headers: sent, text } = await api('POST', `/keys/${key.id}/pairings`, { headers })
    expect(sent.get('content-type')).toContain('text/event-stream')
    const events = readEvents(text)
    expect(events.map(({ event, data }) => (event === 'stage' ? data.stage : event))).toEqual([
      'key',
      'dns',
      'tcp',
      'proxy',
      'tls',
      'http',
      'auth',
      'permissions',
      'limits',
      'status',
      'result',
    ])
    expect(events.at(-1)?.data).toMatchObject({ verdict: 'paired', keyId: key.id })
  })
})

const page =
  '<!DOCTYPE html><html><title>Library network</title><body>Please accept the terms to go online</body></html>'
/** Answers that no documentation quotes in these words. */
const VERDICTS: [verdict: string, provider: string, path: string, reply: Reply][] = [
  ['paired', 'openai', '/v1', { body: models }],
  ['paired', 'anthropic', '/v1', { body: { data: [{ type: 'model', id: 'house-model' }], has_more: false } }],
  [
    'key_invalid',
    'openai',
    '/v1',
    {
      status: 401,
      body: {
        error: { message: 'That key is not one we know.', type: 'invalid_request_error', code: 'invalid_api_key' },
      },
    },
  ],
  [
    'key_invalid',
    'anthropic',
    '/v1',
    { status: 401, body: { type: 'error', error: { type: 'authentication_error', message: 'no such key here' } } },
  ],
  [
    'key_invalid',
    'google-gemini',
    '/v1beta',
    {
      status: 400,
      body: {
        error: {
          code: 400,
          status: 'INVALID_ARGUMENT',
          message: 'Please give a key that works.',
          details: [
            {
              '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
              reason: 'API_KEY_INVALID',
              domain: 'googleapis.com',
            },
          ],
        },
      },
    },
  ],
  ['key_revoked', 'slack', '/api', { body: { ok: false, error: 'token_revoked' } }],
  [
    'quota_or_billing',
    'openai',
    '/v1',
    {
      status: 429,
      body: {
        error: { message: 'No more credit on this account.', type: 'insufficient_quota', code: 'insufficient_quota' },
      },
    },
  ],
  [
    'rate_limited',
    'groq',
    '/openai/v1',
    {
      status: 429,
      headers: { 'retry-after': '9' },
      body: { error: { message: 'Easy now.', type: 'tokens', code: 'rate_limit_exceeded' } },
    },
  ],
  [
    'provider_outage',
    'openai',
    '/v1',
    { status: 503, body: 'upstream connect error or disconnect/reset before headers' },
  ],
  [
    'provider_outage',
    'openai',
    '/v1',
    {
      status: 500,
      body: { error: { message: 'The service that checks API keys fell over.', type: 'server_error', code: null } },
    },
  ],
  ['block_page', 'openai', '/v1', { headers: { 'content-type': 'text/html' }, body: page }],
]

describe('verdicts on answers in other words', () => {
  it.each(VERDICTS)('%s: %s at %s (%#)', async (verdict, id, path, reply) => {
    answer = reply
    const value = mint(id)
    const body = { provider: id, value, baseUrl: `${provider.origin}${path}` }
    const { status, json, text } = await api('POST', '/pairings', { body })
    expect({ status, verdict: json.verdict, cause: json.cause }).toMatchObject({ status: 200, verdict })
    expect(json.stages).toHaveLength(10)
    expect(json.steps.length + Number(json.verdict === 'paired')).toBeGreaterThan(0)
    expect(text).not.toContain(value)
  })

  it('takes any text as a value: what is wrong with it is the finding', async () => {
    answer = { status: 401, body: { error: { message: 'no', code: 'invalid_api_key' } } }
    for (const value of ['x', 'two\nlines', '“quoted”', `${mint('openai')}\n`, 'z'.repeat(16 * 1024)]) {
      const body = { provider: 'openai', value, baseUrl: `${provider.origin}/v1` }
      expect((await api('POST', '/pairings', { body })).status).toBe(200)
    }
  })
})

describe('values', () => {
  it('are revealed in a protected environment for a reason alone', async () => {
    const { key, value } = await store('LIVE_KEY', { environment: 'production' })
    const refused = await api('POST', `/keys/${key.id}/reveals`, { body: {} })
    expect(refused.status).toBe(422)
    expect(refused.json).toMatchObject({ code: 'invalid', errors: [{ path: 'reason' }] })
    expect(refused.text).not.toContain(value)
    const { json } = await api('POST', `/keys/${key.id}/reveals`, { body: { reason: 'incident' } })
    expect(json).toEqual({ value, version: 1 })
  })

  it('are replaced by a new version, and the old one is not given out any more', async () => {
    const { key } = await store('REPLACED')
    const value = mint('openai')
    const replaced = await api('POST', `/keys/${key.id}/versions`, { body: { value, reason: 'by hand' } })
    expect([replaced.status, replaced.json.version]).toEqual([201, 2])
    expect((await api('POST', `/keys/${key.id}/reveals`, { body: {} })).json).toEqual({ value, version: 2 })
  })

  it('of several lines come back to the byte', async () => {
    const value = '-----BEGIN PRIVATE KEY-----\r\n\tline\u00a0\u200b\n-----END PRIVATE KEY-----\n'
    const { key } = await store('PEM', { value, provider: 'openai-compatible', baseUrl: 'https://api.example.com/v1' })
    expect((await api('POST', `/keys/${key.id}/reveals`, { body: {} })).json.value).toBe(value)
  })
})

describe('a key', () => {
  it('is edited, deleted, brought back, and keeps its value through it', async () => {
    const { key, value } = await store('MOVED')
    const change = {
      name: 'RENAMED',
      notes: 'for the checkout',
      expiresAt: '2031-01-31T00:00:00Z',
      rotateEveryDays: 90,
    }
    const edited = await api('PATCH', `/keys/${key.id}`, { body: change })
    expect(edited.json).toMatchObject({
      name: 'RENAMED',
      expiresAt: '2031-01-31T00:00:00.000Z',
      rotation: { everyDays: 90 },
    })
    expect((await api('DELETE', `/keys/${key.id}`)).status).toBe(204)
    expect((await api('GET', `/keys/${key.id}`)).status).toBe(404)
    expect((await api('POST', `/keys/${key.id}/reveals`, { body: {} })).status).toBe(404)
    expect((await api('POST', `/keys/${key.id}/restoration`)).json).toMatchObject({ id: key.id, name: 'RENAMED' })
    expect((await api('POST', `/keys/${key.id}/reveals`, { body: {} })).json.value).toBe(value)
  })

  it('shows in lists by page, filter and search, each once', async () => {
    await api('POST', '/projects', { body: { name: 'Paging', slug: 'paging' } })
    const names = Array.from({ length: 7 }, (_, i) => `PAGED_${i}`)
    for (const name of names) await store(name, { project: 'paging', environment: 'staging' })
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { json } = await api(
        'GET',
        `/keys?project=paging&environment=staging&limit=3&cursor=${cursor}`.replace(/&cursor=$/, ''),
      )
      expect(json.items.length).toBeLessThanOrEqual(3)
      seen.push(...json.items.map(({ name }: { name: string }) => name))
      cursor = json.nextCursor
    }
    expect(seen).toEqual(names)
    const found = async (query: string) => (await api('GET', `/keys?${query}`)).json.items.length
    expect(await found('q=paged_3')).toBe(1)
    expect(await found('project=paging&provider=stripe')).toBe(0)
    expect(await found('project=paging&status=untested&sort=-createdAt')).toBe(7)
  })
})

it('an import says first what it would do, and then does just that', async () => {
  const [one, two] = [mint('openai'), mint('anthropic')]
  const text = `# keys\nOPENAI_IMPORTED=${one}\nexport ANTHROPIC_IMPORTED="${two}"\nnot a line\n`
  const body = { project: 'payments', environment: 'staging', format: 'dotenv', text }
  const inStaging = async () => (await api('GET', '/keys?project=payments&environment=staging')).json.items.length
  const preview = await api('POST', '/import', { body: { ...body, dryRun: true } })
  expect(preview.json).toMatchObject({ dryRun: true, counts: { add: 2 } })
  expect(preview.text).not.toContain(one)
  expect(await inStaging()).toBe(0)
  const real = await api('POST', '/import', { body: { ...body, dryRun: false } })
  expect(real.json).toEqual({ ...preview.json, dryRun: false, id: expect.stringMatching(/^imp_/) })
  expect(await inStaging()).toBe(2)
  expect((await api('POST', '/import', { body: { ...body, dryRun: false } })).json.counts).toMatchObject({
    add: 0,
    same: 2,
  })
})

it('tokens are made once, listed without their secret, and stop working when revoked', async () => {
  const { status, json } = await api('POST', '/tokens', { body: { name: 'build', expiresInDays: 1 } })
  expect([status, json.token]).toEqual([201, expect.stringMatching(/^clv_pat_/)])
  expect((await api('GET', '/projects', { token: json.token })).status).toBe(200)
  const listed = await api('GET', '/tokens')
  expect(listed.json.items.map(({ id }: { id: string }) => id)).toContain(json.id)
  expect(listed.text).not.toContain(json.token)
  expect((await api('DELETE', `/tokens/${json.id}`)).status).toBe(204)
  expect((await api('GET', '/projects', { token: json.token })).status).toBe(401)
})

it('a member who is invited joins by the link and sees what was granted, no more', async () => {
  const { json: found } = await api('GET', `/projects/${project.slug}`)
  const staging = found.environments.find(({ slug }: { slug: string }) => slug === 'staging')
  const body = { email: 'joiner@example.test', grants: [{ environmentId: staging.id, role: 'viewer' }] }
  const invited = await api('POST', '/invitations', { body })
  expect(invited.status).toBe(201)
  const link = String(invited.json.link)
  const acceptance = { token: link.split('#')[1], name: 'The joiner', password: `pass-${crypto.randomUUID()}` }
  expect((await api('POST', '/invitations/acceptance', { token: null, body: acceptance })).status).toBe(201)
  expect((await api('POST', '/invitations/acceptance', { token: null, body: acceptance })).status).toBeGreaterThan(400)
  const theirs = apiClient(app.baseUrl, await app.token('joiner@example.test'))
  const { json: keys } = await theirs('GET', '/keys')
  expect(new Set(keys.items.map(({ environment }: { environment: string }) => environment))).toEqual(
    new Set(['staging']),
  )
  expect((await theirs('POST', `/keys/${keys.items[0].id}/reveals`, { body: {} })).status).toBe(403)
})
