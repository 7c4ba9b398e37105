import { request } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { proofCall } from './proof-call.ts'
import { providers } from './providers/all.ts'
import type { Json } from './scenario.ts'
import { type Lab, startLab } from './start-lab.ts'

let lab: Lab
beforeAll(async () => {
  lab = await startLab()
})
afterAll(() => lab.stop())

async function prove(id: string, key: string) {
  const { url, ...options } = proofCall(providerOf(id), lab.url(id), key)
  return read(url, options)
}

async function read(url: string, options: Parameters<typeof request>[1] = {}) {
  const answer = await request(url, options)
  const text = await answer.body.text()
  return { status: answer.statusCode, headers: answer.headers, text }
}

const providerOf = (id: string) => {
  const provider = providers.find((one) => one.id === id)
  if (!provider) throw new Error(`The lab has no provider ${id}`)
  return provider
}

const json = (text: string) => JSON.parse(text)
const keyed = providers.filter((one) => one.id !== 'openai-compatible-public')

describe('a key issued with a scenario', () => {
  const cases = keyed.flatMap(({ id, scenarios }) =>
    scenarios.filter((one) => one.only === undefined).map((scenario) => ({ id, name: scenario.name, scenario })),
  )

  it.each(cases)('$id $name answers what its data says', async ({ id, name, scenario }) => {
    const answer = await prove(id, lab.issue(id, { scenario: name }))
    expect(answer.status).toBe(scenario.status)
    expect(answer.text).not.toContain('{{')
    if (typeof scenario.body === 'string') expect(answer.text).toMatch(pattern(scenario.body))
    else expectShape(json(answer.text), scenario.body)
    for (const [header, value] of Object.entries(scenario.headers ?? {}))
      expect(String(answer.headers[header])).toMatch(pattern(value))
    expect(answer.headers.date).toBeDefined()
  })

  it.each(keyed.map(({ id }) => id))(
    '%s accepts a valid key, refuses an unknown one and one that is missing',
    async (id) => {
      const valid = await prove(id, lab.issue(id))
      expect(valid.status).toBe(200)
      expect(json(valid.text)).not.toHaveProperty('error')

      const invalid = lab.scenarios(id).find((one) => one.name === 'invalid')
      const unknown = await prove(id, 'a key that nobody issued')
      expect(unknown.status).toBe(invalid?.status)
      expectShape(json(unknown.text), invalid?.body ?? null)

      const { url, method, body } = proofCall(providerOf(id), lab.url(id), '')
      const none = await read(url, { method, headers: { 'user-agent': 'lab-test' }, body })
      expect(none.text).not.toBe(valid.text)
      expect(none.status).toBe(providerOf(id).noKey.status)
    },
  )

  it('changes how it answers when it is revoked, restored and comes of age', async () => {
    const key = lab.issue('gitlab', { expiresAt: new Date(Date.now() + 300) })
    expect((await prove('gitlab', key)).status).toBe(200)
    lab.set(key, 'revoked')
    expect((await prove('gitlab', key)).text).toContain('Token was revoked')
    lab.set(key, 'valid')
    await expect.poll(async () => (await prove('gitlab', key)).text, { timeout: 5000 }).toContain('Token is expired')
  })

  it('refuses for want of credit only what generates, where real providers do', async () => {
    const key = lab.issue('openai', { scenario: 'billing_on_generation' })
    expect((await prove('openai', key)).status).toBe(200)
    const body = JSON.stringify({ model: 'gpt-4o-mini', messages: [] })
    const chat = await read(`${lab.url('openai')}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body,
    })
    expect(chat.status).toBe(429)
    expect(json(chat.text).error.code).toBe('insufficient_quota')
  })

  it('answers with a clock that is two hours ahead', async () => {
    const answer = await prove('openai', lab.issue('openai', { scenario: 'clock_skew' }))
    expect(answer.status).toBe(200)
    expect(Date.parse(String(answer.headers.date)) - Date.now()).toBeGreaterThan(115 * 60_000)
  })
})

describe('the manners of each provider', () => {
  it('names the scope that a restricted key lacks', async () => {
    const openai = await prove('openai', lab.issue('openai', { permissions: ['model.request'] }))
    expect(openai.status).toBe(403)
    expect(json(openai.text).error.message).toContain('Missing scopes: api.model.read')
    const stripe = await prove(
      'stripe',
      lab.issue('stripe', { kind: 'restricted', permissions: ['rak_customer_read'] }),
    )
    expect(json(stripe.text).error.code).toBe('more_permissions_required')
  })

  it('OpenRouter lists models to everyone, and tells only at /key', async () => {
    expect((await read(`${lab.url('openrouter')}/models`)).status).toBe(200)
    const headers = { authorization: `Bearer ${lab.issue('openrouter', { scenario: 'public_list' })}` }
    expect((await read(`${lab.url('openrouter')}/models`, { headers })).status).toBe(200)
    expect((await read(`${lab.url('openrouter')}/key`, { headers })).status).toBe(401)
  })

  it('an endpoint that ignores keys answers whatever comes', async () => {
    const url = `${lab.url('openai-compatible-public')}/models`
    expect((await read(url)).status).toBe(200)
    expect((await read(url, { headers: { authorization: 'Bearer wrong' } })).status).toBe(200)
  })

  it('Gemini takes the key from the header or the query', async () => {
    const key = lab.issue('google-gemini')
    expect((await read(`${lab.url('google-gemini')}/models?key=${encodeURIComponent(key)}`)).status).toBe(200)
    expect(lab.requests.at(-1)).toMatchObject({ path: '/v1beta/models', queryNames: ['key'], hadSecret: true })
  })

  it('Anthropic wants a version, GitHub a user agent and a version that exists', async () => {
    const anthropic = await read(`${lab.url('anthropic')}/models`, { headers: { 'x-api-key': lab.issue('anthropic') } })
    expect(anthropic.status).toBe(400)
    expect(anthropic.text).toContain('anthropic-version')
    const authorization = `token ${lab.issue('github-classic')}`
    const faceless = await read(`${lab.url('github-classic')}/user`, { headers: { authorization } })
    expect(faceless.status).toBe(403)
    const headers = { authorization, 'user-agent': 'lab-test', 'x-github-api-version': '1999-01-01' }
    expect((await read(`${lab.url('github-classic')}/user`, { headers })).status).toBe(400)
  })

  it('GitHub shows a classic token its scopes, a fine-grained one none, and both their end', async () => {
    const expiresAt = new Date('2100-01-31T12:00:00Z')
    const classic = await prove('github-classic', lab.issue('github-classic', { permissions: ['repo'], expiresAt }))
    expect(classic.headers).toMatchObject({
      'x-oauth-scopes': 'repo',
      'github-authentication-token-expiration': '2100-01-31 12:00:00 UTC',
    })
    const fine = await prove('github-fine-grained', lab.issue('github-fine-grained', { expiresAt }))
    expect(fine.headers).not.toHaveProperty('x-oauth-scopes')
    expect(fine.headers).toHaveProperty('github-authentication-token-expiration')
  })

  it('answers unknown paths in each provider’s own way', async () => {
    expect(json((await read(`${lab.url('openai')}/nothing`)).text).error.message).toBe('Invalid URL (GET /v1/nothing)')
    expect((await read(`${lab.url('openai')}/v1/models`)).status).toBe(404)
    expect((await read(`${lab.url('openai-compatible')}/nothing`)).text).toBe('404 page not found')
    expect((await read(`${lab.url('google-gemini')}/nothing`)).text).toContain('<title>Error 404')
    expect(json((await read(`${lab.url('slack')}/nothing`)).text)).toMatchObject({ ok: false, error: 'unknown_method' })
    expect(json((await read(`${lab.url('groq')}/nothing`)).text).error.code).toBe('unknown_url')
  })

  it('remembers who received a key, and shows it to nobody', async () => {
    const key = lab.issue('stripe')
    await read(`${lab.url('stripe')}/balance`, {
      headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
    })
    const seen = lab.requests.filter((one) => one.carried(key))
    expect(seen).toMatchObject([{ server: 'api.stripe.com', method: 'GET', path: '/v1/balance', hadSecret: true }])
    expect(JSON.stringify(lab.requests)).not.toContain(key)
  })
})

/** Placeholders stand for any text that is not empty, but for permissions granted, which may be. */
function pattern(template: string): RegExp {
  const literal = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
  return new RegExp(`^${literal.replace(/\{\{granted\}\}/g, '.*').replace(/\{\{\w+\}\}/g, '.+')}$`)
}

function expectShape(actual: unknown, template: Json): void {
  if (typeof template === 'string') {
    expect(actual).toMatch(pattern(template))
  } else if (template === null || typeof template !== 'object') {
    expect(actual).toBe(template)
  } else {
    expect(Object.keys(actual as object)).toEqual(Object.keys(template))
    for (const [name, part] of Object.entries(template)) expectShape((actual as Record<string, unknown>)[name], part)
  }
}
