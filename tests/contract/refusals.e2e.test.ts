import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdPostgres, type Lease } from '#lib/db/lease'
import { routes } from '../../app/api/v1/routes.ts'
import { type Answer, type ApiClient, type Asking, apiClient } from '../support/api-client.ts'
import { type App, endOf, spawnServer, startApp } from '../support/app.ts'
import { makeDataFolder, removeDataFolder } from '../support/data-folder.ts'
import { randomKey } from '../support/random-key.ts'

/** What the contract says about everything that is not done: status, form, paths, and that nothing was. */
let app: App
let api: ApiClient
let owner: string
let key: { id: string }
const answers: [string, Answer][] = []
const place = { project: 'refusals', environment: 'development' }
const newKey = (more: Record<string, unknown> = {}) => {
  return { ...place, name: 'TAKEN', provider: 'openai', value: randomKey('sk-'), ...more }
}

beforeAll(async () => {
  app = await startApp()
  owner = (await app.makeAdmin()).email
  api = apiClient(app.baseUrl, await app.token(owner), (path, answer) => answers.push([path, answer]))
  await api('POST', '/projects', { body: { name: 'Refusals', slug: place.project } })
  key = (await api('POST', '/keys', { body: newKey() })).json
})
afterAll(() => app?.stop())

const json = (body: unknown): Asking => ({ body })
const REFUSALS: [status: number, what: string, method: string, path: string, asking: Asking][] = [
  [400, 'JSON that does not parse', 'POST', '/keys', { text: '{"name": ' }],
  [401, 'nobody', 'GET', '/keys', { token: null }],
  [401, 'a token that never was', 'GET', '/keys', { token: 'clv_pat_0000000000000000000000000000000000000000000000' }],
  [404, 'a key that is not there', 'GET', '/keys/key_nothing', {}],
  [404, 'an unknown project', 'POST', '/keys', json(newKey({ project: 'nowhere' }))],
  [409, 'a name that is taken', 'POST', '/keys', json(newKey())],
  [409, 'a project that is there', 'POST', '/projects', json({ name: 'Refusals', slug: 'refusals' })],
  [413, 'a body above 256 KiB', 'POST', '/keys', json(newKey({ notes: 'n'.repeat(300 * 1024) }))],
  [
    413,
    'an import above 5 MiB',
    'POST',
    '/import',
    json({ ...place, format: 'dotenv', text: 'x'.repeat(5 * 1024 * 1024), dryRun: true }),
  ],
  [
    415,
    'a form',
    'POST',
    '/keys',
    { text: 'name=A', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ],
  [422, 'a value above 16 KiB', 'POST', '/pairings', json({ provider: 'openai', value: 'v'.repeat(16 * 1024 + 1) })],
  [422, 'an unknown provider', 'POST', '/keys', json(newKey({ name: 'OTHER', provider: 'nobody' }))],
]
const PATHS: [path: string, method: string, at: string, body: unknown][] = [
  ['color', 'POST', '/keys', newKey({ name: 'UNKNOWN_FIELD', color: 'red' })],
  ['name', 'POST', '/keys', newKey({ name: 'not a name' })],
  ['value', 'POST', '/keys', newKey({ name: 'EMPTY', value: '' })],
  ['rotateEveryDays', 'POST', '/keys', newKey({ name: 'DAYS', rotateEveryDays: 0 })],
  ['tags.1', 'POST', '/keys', newKey({ name: 'TAGS', tags: ['fine', ''] })],
  ['expiresAt', 'POST', '/keys', newKey({ name: 'WHEN', expiresAt: 'soon' })],
  ['format', 'POST', '/import', { ...place, format: 'xml', text: '', dryRun: true }],
  ['role', 'POST', '/invitations', { email: 'a@example.test', role: 'emperor' }],
  ['limit', 'GET', '/keys?limit=100000', undefined],
  ['sort', 'GET', '/keys?sort=value', undefined],
  ['surprise', 'GET', '/audit?surprise=1', undefined],
  ['cursor', 'GET', '/keys?cursor=abc', undefined],
]

describe('what is refused', () => {
  it.each(REFUSALS)('%i for %s', async (status, _what, method, path, asking) => {
    expectProblem(await api(method, path, asking), status)
  })

  it.each(PATHS)('422 names %s (%s %s)', async (path, method, at, body) => {
    const answer = await api(method, at, { body })
    expectProblem(answer, 422)
    expect(answer.json.errors.map((error: { path: string }) => error.path)).toContain(path)
  })

  it('403 for a viewer who wants the value, 404 for one who may not see that it exists', async () => {
    const { json: project } = await api('GET', `/projects/${place.project}`)
    const [development] = project.environments
    const body = { email: 'viewer@example.test', name: 'The viewer', password: `pass-${crypto.randomUUID()}` }
    const { json: viewer } = await api('POST', '/members', { body })
    const theirs = apiClient(app.baseUrl, await app.token(body.email))
    expectProblem(await theirs('POST', `/keys/${key.id}/reveals`, { body: {} }), 404)
    await api('PUT', `/environments/${development.id}/grants/${viewer.id}`, { body: { role: 'viewer' } })
    expectProblem(await theirs('POST', `/keys/${key.id}/reveals`, { body: {} }), 403)
    expectProblem(await theirs('POST', '/members', { body }), 403)
    const { json: audit } = await api('GET', `/audit?actor=${viewer.id}`)
    expect(audit.items.map(({ action, outcome }: Record<string, string>) => `${action} ${outcome}`)).toContain(
      'key.reveal denied',
    )
  })

  it('401 for a token that expired', async () => {
    const { json: made } = await api('POST', '/tokens', { body: { name: 'old', expiresInDays: 1 } })
    await expire(made.id)
    expectProblem(await api('GET', '/keys', { token: made.token }), 401)
  })

  it('429 with the time to wait beyond 120 tests of values a minute', async () => {
    const asking = json({ provider: 'openai', value: 'x', baseUrl: 'https://127.0.0.1:1/v1' })
    const statuses: Answer[] = []
    for (let i = 0; i < 8; i++)
      statuses.push(...(await Promise.all(Array.from({ length: 16 }, () => api('POST', '/pairings', asking)))))
    expect(statuses.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(120)
    const refused = statuses.find(({ status }) => status === 429)
    expect(refused).toBeDefined()
    if (refused) expectProblem(refused, 429)
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('leaves nothing behind: the one key that was stored is the one there is', async () => {
    const { json: list } = await api('GET', '/keys')
    expect(list.items.map(({ id }: { id: string }) => id)).toEqual([key.id])
  })

  it('and every answer, refused or not, is kept by no cache', () => {
    const kept = answers.filter(
      ([path, { headers }]) => headers.get('cache-control') !== 'no-store' && !path.includes('openapi'),
    )
    expect(answers.length).toBeGreaterThan(40)
    expect(kept.map(([path]) => path)).toEqual([])
  })
})

describe('the description at /api/v1/openapi.json', () => {
  it('covers every route and method, and needs no sign-in', async () => {
    const { status, json: described } = await api('GET', '/openapi.json', { token: null })
    expect([status, described.openapi]).toEqual([200, expect.stringMatching(/^3\.1\./)])
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
    for (const [path, module] of Object.entries(routes))
      for (const method of methods)
        expect([path, method, Boolean(described.paths[path]?.[method.toLowerCase()])]).toEqual([
          path,
          method,
          Boolean(module[method]),
        ])
    for (const path of ['/health/live', '/health/ready']) expect(described.paths[path]?.get).toBeDefined()
    const ids = Object.values<Record<string, { operationId: string }>>(described.paths).flatMap((each) =>
      Object.values(each).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('lets no route answer that it does not describe', async () => {
    for (const path of ['/nothing', '/keys/key_1/nothing', '/users/a/b']) {
      expectProblem(await api('GET', path), 404)
    }
    expect((await api('PUT', '/keys', { body: {} })).status).toBe(405)
  })
})

describe('health', () => {
  it('needs no sign-in and no host name: alive, and ready', async () => {
    expect(await askRaw('/api/v1/health/live')).toMatchObject({ status: 200 })
    expect(await askRaw('/api/v1/health/ready')).toEqual({ status: 200, body: '{"status":"ready"}' })
  })

  it('says that it is not ready, and why, while it starts', async () => {
    const dataDir = makeDataFolder()
    const { child, baseUrl } = await spawnServer({ dataDir })
    const seen = new Set<string>()
    const deadline = Date.now() + 60_000
    while (!seen.has('200 ready') && Date.now() < deadline) {
      await sleep(50)
      const answer = await fetch(`${baseUrl}/api/v1/health/ready`).catch(() => undefined)
      const { status, reasons } = (await answer?.json()) ?? {}
      if (answer) seen.add(`${answer.status} ${status} ${reasons?.join(' ') ?? ''}`.trim())
    }
    await endOf(child, 'SIGTERM')
    removeDataFolder(dataDir)
    expect([...seen]).toEqual(['503 not ready Claviger is starting.', '200 ready'])
  })
})

function expectProblem({ status, headers, json: problem }: Answer, expected: number) {
  expect([status, problem]).toEqual([expected, expect.objectContaining({ status: expected })])
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect(headers.get('cache-control')).toBe('no-store')
  for (const field of ['type', 'title', 'code', 'detail']) expect(problem[field]).toEqual(expect.any(String))
}

/** Under a host name that pages would refuse. */
function askRaw(path: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    request(`${app.baseUrl}${path}`, { headers: { host: 'probe.internal' } }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode, body }))
    })
      .on('error', reject)
      .end()
  })
}

/** Time passes only for this token. */
async function expire(id: string) {
  const lease: Lease = await holdPostgres(app.dataDir, 'command')
  const client = new Client({ connectionString: lease.postgres.url('owner') })
  await client.connect()
  await client.query("UPDATE tokens SET expires_at = now() - interval '1 second' WHERE id = $1", [id])
  await client.end()
  await lease.release()
}
