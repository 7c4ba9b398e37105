import { describe, expect, it, test } from 'vitest'
import { readPolicy } from '#lib/outbound/policy'
import type { PairingInput } from '#lib/pairing/pairing-input'
import { runPairing } from '#lib/pairing/run-pairing'
import { PairingResult, type PairingStage, STAGES } from '#lib/pairing/schema'
import type { Verdict } from '#lib/providers/verdict'
import { randomLetters } from '../providers/random-key.ts'
import { type Asked, type Reply, startAnsweringServer } from './answering-server.ts'
import { providerOf, usableKey } from './conclude-from.ts'

const policy = readPolicy({ outboundAllow: ['127.0.0.1'], noProxy: [], dnsCompare: [], controlHosts: [] })
const list = {
  object: 'list',
  data: [
    { id: 'gpt-5', object: 'model' },
    { id: 'gpt-5-mini', object: 'model' },
  ],
}
const error = (message: string, code: string | null, type = 'invalid_request_error') => ({
  error: { message, type, param: null, code },
})
const refused = { status: 401, body: error('Incorrect API key provided', 'invalid_api_key') }
const yesterday = new Date(Date.now() - 24 * 3600_000)

interface Case {
  provider: string
  reply: Reply | ((asked: Asked, key: string) => Reply)
  input?: Partial<PairingInput>
  path?: string
}

async function pair({ provider: id, reply, input = {}, path = '/v1' }: Case) {
  const provider = providerOf(id)
  const value = input.value ?? usableKey(provider)
  await using server = await startAnsweringServer((asked) =>
    typeof reply === 'function' ? reply(asked, value.trim()) : reply,
  )
  const stages: PairingStage[] = []
  const result = await runPairing(
    { provider, baseUrl: `${server.origin}${path}`, trigger: 'manual', ...input, value },
    { policy, onStage: (stage) => stages.push(stage) },
  )
  return { result: PairingResult.parse(result), asked: server.asked, stages, value, origin: server.origin }
}

const at =
  (path: string, reply: Reply): Case['reply'] =>
  (asked) =>
    asked.path === path ? reply : { status: 404, body: '404 page not found' }

const CASES: [Verdict, Case][] = [
  ['paired', { provider: 'openai', reply: at('/v1/models', { body: list }) }],
  [
    'paired',
    {
      provider: 'anthropic',
      reply: ({ headers }, key) =>
        headers['x-api-key'] === key && headers['anthropic-version']
          ? { body: { data: [{ type: 'model', id: 'claude-x' }], has_more: false } }
          : { status: 401 },
    },
  ],
  [
    'paired',
    {
      provider: 'google-gemini',
      path: '/v1beta',
      reply: ({ headers, path }, key) =>
        headers['x-goog-api-key'] === key && path === '/v1beta/models'
          ? { body: { models: [{ name: 'models/gemini-3' }] } }
          : { status: 400 },
    },
  ],
  [
    'paired',
    {
      provider: 'gitlab',
      path: '/api/v4',
      reply: ({ headers }, key) =>
        headers['private-token'] === key
          ? { body: { id: 1, scopes: ['api'], active: true, revoked: false, user_id: 2, expires_at: '2030-01-01' } }
          : { status: 401 },
    },
  ],
  [
    'paired',
    {
      provider: 'slack',
      path: '/api',
      reply: ({ method, path }) =>
        method === 'POST' && path === '/api/auth.test'
          ? { body: { ok: true, team: 'T', user_id: 'U1' } }
          : { status: 404 },
    },
  ],
  [
    'paired',
    {
      provider: 'openai-compatible',
      reply: ({ headers }, key) =>
        headers.authorization === `Bearer ${key}` ? { body: list } : { status: 401, body: { error: 'Unauthorized' } },
    },
  ],
  ['unknown', { provider: 'openai-compatible', reply: { body: list } }],
  [
    'paired_limited',
    {
      provider: 'stripe',
      reply: {
        status: 403,
        body: error("Having the 'rak_balance_read' permission would allow this request.", 'more_permissions_required'),
      },
    },
  ],
  [
    'permission_missing',
    {
      provider: 'github-classic',
      path: '',
      input: { requiredPermissions: ['repo'] },
      reply: { headers: { 'x-oauth-scopes': 'gist' }, body: { login: 'octo', id: 1 } },
    },
  ],
  ['key_invalid', { provider: 'openai', reply: refused }],
  ['key_revoked', { provider: 'openai', reply: refused, input: { history: { lastGoodAt: yesterday } } }],
  [
    'key_expired',
    {
      provider: 'gitlab',
      path: '/api/v4',
      reply: { status: 401, body: { error: 'invalid_token', error_description: 'Token is expired.' } },
    },
  ],
  ['key_shape_mismatch', { provider: 'openai', reply: refused, input: { value: 'sk-proj-cutoff1234' } }],
  [
    'key_hidden_characters',
    { provider: 'openai', reply: { body: list }, input: { value: `${usableKey(providerOf('openai'))}\r\n` } },
  ],
  [
    'ip_not_allowed',
    { provider: 'openai', reply: { status: 401, body: error('IP not authorized', 'ip_not_authorized') } },
  ],
  [
    'region_blocked',
    { provider: 'openai', reply: { status: 403, body: error('Country, region, or territory not supported', null) } },
  ],
  [
    'account_suspended',
    {
      provider: 'anthropic',
      reply: {
        status: 400,
        body: {
          type: 'error',
          error: { type: 'invalid_request_error', message: 'This organization has been disabled.' },
        },
      },
    },
  ],
  [
    'quota_or_billing',
    {
      provider: 'anthropic',
      reply: {
        status: 400,
        body: {
          type: 'error',
          error: {
            type: 'invalid_request_error',
            message: 'Your credit balance is too low to access the Anthropic API.',
          },
        },
      },
    },
  ],
  [
    'rate_limited',
    {
      provider: 'groq',
      path: '/openai/v1',
      reply: {
        status: 429,
        headers: { 'retry-after': '20' },
        body: error('Rate limit reached', 'rate_limit_exceeded', 'requests'),
      },
    },
  ],
  ['model_not_found', { provider: 'openai', reply: { body: list }, input: { model: 'gpt-5-mnii' } }],
  [
    'api_version_unsupported',
    {
      provider: 'github-classic',
      path: '',
      reply: { status: 400, body: { message: 'Unsupported X-GitHub-Api-Version' } },
    },
  ],
  ['base_url_wrong', { provider: 'openai', path: '/nowhere', reply: { status: 404, body: '404 page not found' } }],
  ['provider_outage', { provider: 'openai', reply: { status: 503, body: '<html>503</html>' } }],
  [
    'block_page',
    {
      provider: 'openai',
      reply: {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<!doctype html><title>Guest network</title>Please sign in to continue',
      },
    },
  ],
  ['unexpected_response', { provider: 'openai', reply: { body: { hello: 'world' } } }],
  ['tcp_refused', { provider: 'openai', reply: {}, input: { baseUrl: 'http://127.0.0.1:1/v1' } }],
  ['target_not_allowed', { provider: 'openai', reply: {}, input: { baseUrl: 'https://10.0.0.1/v1' } }],
]

describe('a pairing test over a real connection', () => {
  test.each(CASES)('ends in %s (%#)', async (verdict, one) => {
    const { result, stages, value } = await pair(one)
    expect({ verdict: result.verdict, cause: result.cause }).toMatchObject({ verdict })
    expect(result.stages.map(({ stage }) => stage)).toEqual([...STAGES])
    expect(stages.map(({ stage }) => stage)).toEqual([...STAGES])
    expect(JSON.stringify([result, stages])).not.toContain(value.trim())
    if (verdict !== 'paired') expect(result.contact.message).toContain('value is withheld')
  })

  it('keeps the value out of everything, even when the server repeats it in every way', async () => {
    const { result, stages, value } = await pair({
      provider: 'openai',
      reply: (_, key) => ({
        status: 401,
        headers: { 'x-request-id': key, 'x-echo': encodeURIComponent(key), 'retry-after': key },
        body: {
          error: {
            message: `Incorrect API key provided: ${key} ${key.slice(0, 30)}…${key.slice(-14)} ${Buffer.from(key).toString('base64')}`,
            code: 'invalid_api_key',
            [key]: key,
          },
        },
      }),
    })
    const all = JSON.stringify([result, stages])
    expect(result.verdict).toBe('key_invalid')
    for (const part of [value, value.slice(0, 30), value.slice(-14), Buffer.from(value).toString('base64')])
      expect(all).not.toContain(part)
  })

  it('sends another company’s key, the wrong kind and the wrong environment to nobody', async () => {
    for (const [provider, value, environment] of [
      ['openai', usableKey(providerOf('anthropic')), null],
      ['stripe', `pk_live_${randomLetters(24)}`, null],
      ['stripe', `sk_test_${randomLetters(40)}`, { slug: 'production', protected: true }],
    ] as const) {
      const { asked, result } = await pair({ provider, reply: { body: list }, input: { value, environment } })
      expect(asked).toEqual([])
      expect(['wrong_provider_key', 'wrong_key_kind', 'wrong_environment']).toContain(result.verdict)
    }
  })

  test.each([
    ['/', '/v1'],
    ['/v1/v1', '/v1'],
    ['/v1/chat/completions', '/v1'],
    ['/v1/models', '/v1'],
  ])('says which base URL answers when %s does not', async (given, right) => {
    const { result, origin, asked } = await pair({
      provider: 'openai',
      path: given,
      reply: at(`${right}/models`, { body: list }),
    })
    expect(result).toMatchObject({
      verdict: 'base_url_wrong',
      confidence: 'proven',
      headline: `The base URL is not right: OpenAI answers at ${origin}${right}.`,
    })
    expect(asked.length).toBeLessThanOrEqual(6)
  })

  it('sends nothing to another provider’s address', async () => {
    const { result } = await pair({ provider: 'openai', reply: {}, input: { baseUrl: 'https://api.anthropic.com/v1' } })
    expect(result).toMatchObject({ verdict: 'base_url_wrong', confidence: 'proven' })
    expect(result.stages.find(({ stage }) => stage === 'http')?.status).toBe('skipped')
  })

  it('never proves a key by a public list', async () => {
    const { result, asked } = await pair({
      provider: 'openrouter',
      path: '/api/v1',
      reply: ({ path }) =>
        path.endsWith('/models')
          ? { body: { data: [{ id: 'openai/gpt-5' }] } }
          : { status: 401, body: { error: { code: 401, message: 'User not found.' } } },
    })
    expect(result.verdict).toBe('key_invalid')
    expect(asked.map(({ path }) => path)).toEqual(['/api/v1/key'])
  })

  it('suggests the nearest model, and takes an alias that the list does not hold', async () => {
    const missing = await pair({ provider: 'openai', reply: { body: list }, input: { model: 'gpt5-mini' } })
    expect(missing.result.steps[0]?.detail).toContain('gpt-5-mini')
    const page = { data: [{ type: 'model', id: 'claude-x-20260101' }], has_more: false }
    const alias = await pair({
      provider: 'anthropic',
      input: { model: 'claude-x-latest' },
      reply: ({ path }) => ({ body: path.endsWith('/models') ? page : { type: 'model', id: 'claude-x-20260101' } }),
    })
    expect(alias.result.verdict).toBe('paired')
  })

  it('finds a model in a list of a form of its own, and leaves open what a list that was cut off may hold', async () => {
    const cohere = (model: string) =>
      pair({
        provider: 'cohere',
        path: '',
        input: { model },
        reply: ({ path }) => ({ body: path === '/v1/models' ? { models: [{ name: 'command-a' }] } : { valid: true } }),
      })
    expect((await cohere('command-a')).result.verdict).toBe('paired')
    expect((await cohere('command-b')).result.verdict).toBe('model_not_found')
    const models = Array.from({ length: 2000 }, (_, index) => ({
      id: `org/model-${index}`,
      object: 'model',
      type: 'chat',
    }))
    const together = (model: string) => pair({ provider: 'together', reply: { body: models }, input: { model } })
    expect((await together('org/model-7')).result).toMatchObject({ verdict: 'paired', confidence: 'proven' })
    expect((await together('org/model-1999')).result.verdict).toBe('paired')
  })

  it('tells when to try again, whether in seconds or as a date', async () => {
    for (const after of ['120', new Date(Date.now() + 120_000).toUTCString()]) {
      const { result } = await pair({
        provider: 'openai',
        reply: {
          status: 429,
          headers: { 'retry-after': after },
          body: error('Rate limit reached', 'rate_limit_exceeded'),
        },
      })
      const retryAt = result.stages.find(({ stage }) => stage === 'limits')?.evidence.retryAt
      expect(Math.abs(Date.parse(String(retryAt)) - Date.now() - 120_000)).toBeLessThan(5_000)
    }
  })

  it('warns of a clock that is wrong without blaming the key', async () => {
    const { result } = await pair({
      provider: 'openai',
      reply: { headers: { date: new Date(Date.now() - 7200_000).toUTCString() }, body: list },
    })
    expect(result.verdict).toBe('paired')
    expect(result.warnings.map(({ code }) => code)).toContain('clock_skew')
  })

  it('does not carry the key to where a redirect points', async () => {
    await using elsewhere = await startAnsweringServer(() => ({ body: list }))
    const { result } = await pair({
      provider: 'openai',
      reply: { status: 302, headers: { location: `${elsewhere.origin}/v1/models` } },
    })
    expect(elsewhere.asked).toEqual([])
    expect(['block_page', 'base_url_wrong']).toContain(result.verdict)
  })

  it('gives a cURL that names the key as a variable and asks the same question', async () => {
    const { result, origin } = await pair({ provider: 'anthropic', reply: { status: 500 } })
    expect(result.requests.curl).toContain(`'${origin}/v1/models'`)
    expect(result.requests.curl).toContain('-H "x-api-key: $ANTHROPIC_API_KEY"')
    expect(result.requests.curl).toContain("-H 'anthropic-version: 2023-06-01'")
  })

  it('observes owner, permissions and expiry where the provider names them', async () => {
    const { result } = await pair({
      provider: 'github-classic',
      path: '',
      reply: {
        headers: {
          'x-oauth-scopes': 'repo, gist',
          'github-authentication-token-expiration': '2031-01-31 12:00:00 UTC',
        },
        body: { login: 'octo', id: 1 },
      },
    })
    expect(result.observed).toMatchObject({
      owner: 'octo',
      permissions: ['repo', 'gist'],
      expiresAt: '2031-01-31T12:00:00.000Z',
    })
  })

  it('ends with a finding for any text that may be pasted', async () => {
    for (const value of [' ', '\u0000', '🔑', 'a'.repeat(16_000), '$OPENAI_API_KEY', '{"a":1}', 'x\ny\nz']) {
      const { result } = await pair({ provider: 'openai', reply: refused, input: { value } })
      expect(['key_hidden_characters', 'key_shape_mismatch']).toContain(result.verdict)
    }
  })

  it('keeps the shape that the API promises, whatever a server sends', async () => {
    const long = 'x'.repeat(20_000)
    const scopes = Array.from({ length: 400 }, () => 'scope:of-some-length').join(', ')
    const replies: Reply[] = [
      {
        status: 403,
        headers: { 'x-accepted-github-permissions': scopes },
        body: { message: 'Resource not accessible by personal access token' },
      },
      {
        headers: {
          'x-oauth-scopes': scopes,
          'github-authentication-token-expiration': '999999-01-01 00:00:00 UTC',
          'x-ratelimit-remaining': '9'.repeat(400),
        },
        body: { login: long, id: 1 },
      },
      { status: 401, headers: { 'www-authenticate': `Bearer error="${long.slice(0, 4000)}"` }, body: '' },
      {
        status: 429,
        headers: { 'retry-after': '99999999999999999999', 'x-ratelimit-reset': '-1', date: 'yesterday' },
        body: '{"a":1e999}',
      },
      { status: 301, headers: { location: `http://${'a'.repeat(300)}.example/${long.slice(0, 3000)}` } },
      { status: 404, body: { message: long, code: long, errors: [[[[[{ code: 1 }]]]]] } },
      { status: 200, body: '[[[[[[[[' },
      { status: 299, body: { error: { code: 999, message: { not: 'a sentence' } } } },
    ]
    for (const provider of ['github-classic', 'openai', 'google-gemini', 'openrouter', 'slack', 'openai-compatible'])
      for (const reply of replies) {
        const { result } = await pair({
          provider,
          reply,
          input: { requiredPermissions: ['repo'], model: long.slice(0, 200) },
        })
        expect(result.stages).toHaveLength(10)
      }
  })
})
