import { presentedInHeader } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { IssuedKey, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const documented = 'https://platform.claude.com/docs/en/api/errors (ant-err)'
const models = ['claude-opus-4-5-20251101', 'claude-sonnet-4-5-20250929', 'claude-haiku-4-5-20251001']

const error = (type: string, message: string): Json => ({
  type: 'error',
  error: { type, message },
  request_id: '{{requestId}}',
})

const scenario = scenarioOf(documented)

const refused = error('authentication_error', 'invalid x-api-key')
const lowCredit = error(
  'invalid_request_error',
  'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
)
const missingVersion = error('invalid_request_error', 'anthropic-version: header is required')

const scenarios: Scenario[] = [
  scenario(401, refused, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, refused, { name: 'expired', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_expired' }),
  scenario(401, refused, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(403, error('permission_error', 'Your API key does not have permission to use the specified resource.'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'the specified resource',
  }),
  scenario(
    429,
    error(
      'rate_limit_error',
      'This request would exceed the rate limit for your organization of 50 requests per minute. For details, refer to: https://docs.claude.com/en/api/rate-limits. You can see the response headers for current usage.',
    ),
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: {
        'retry-after': '17',
        'anthropic-ratelimit-requests-limit': '50',
        'anthropic-ratelimit-requests-remaining': '0',
        'anthropic-ratelimit-requests-reset': '{{resetTime}}',
      },
    },
  ),
  scenario(400, lowCredit, { name: 'billing', expectedVerdict: 'quota_or_billing', source: 'bill' }),
  scenario(400, lowCredit, {
    name: 'billing_on_generation',
    expectedVerdict: 'paired',
    only: 'generation',
    source: 'bill',
  }),
  scenario(402, error('billing_error', "There's an issue with your billing or payment information."), {
    name: 'billing_402',
    expectedVerdict: 'quota_or_billing',
  }),
  scenario(
    400,
    error(
      'invalid_request_error',
      'You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.',
    ),
    {
      name: 'spend_limit',
      expectedVerdict: 'quota_or_billing',
      source: `${documented}; wording from general knowledge`,
    },
  ),
  scenario(400, error('invalid_request_error', 'This organization has been disabled.'), {
    name: 'suspended',
    expectedVerdict: 'account_suspended',
    source: 'idx:61379384289',
  }),
  scenario(403, error('forbidden', 'Request not allowed'), {
    name: 'region_blocked',
    expectedVerdict: 'region_blocked',
    ...unconfirmed,
  }),
  scenario(400, missingVersion, {
    name: 'api_version',
    expectedVerdict: 'api_version_unsupported',
    ...unconfirmed,
  }),
  scenario(404, error('not_found_error', 'model: {{model}}'), {
    name: 'model_not_found',
    expectedVerdict: 'model_not_found',
  }),
  scenario(500, error('api_error', 'Internal server error'), { name: 'outage', expectedVerdict: 'provider_outage' }),
  scenario(504, error('timeout_error', 'Request timed out.'), {
    name: 'outage_504',
    expectedVerdict: 'provider_outage',
  }),
  scenario(529, error('overloaded_error', 'Overloaded'), {
    name: 'overloaded',
    expectedVerdict: 'provider_outage',
    headers: { 'x-should-retry': 'true' },
  }),
  scenario(
    200,
    { type: 'greeting', text: 'hello' },
    {
      name: 'unknown_json',
      expectedVerdict: 'unexpected_response',
      ...madeUp,
    },
  ),
  scenario(418, error('teapot_error', 'Short and stout'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const describe = (id: string) => ({
  type: 'model',
  id,
  display_name: id.replace(/-\d{8}$/, ''),
  created_at: '2025-09-29T00:00:00Z',
})

function listModels(key: IssuedKey | undefined): Json {
  const ids = key?.models ?? models
  return { data: ids.map(describe), has_more: false, first_id: ids[0] ?? null, last_id: ids.at(-1) ?? null }
}

const minted = (prefix: string) => `${prefix}${randomText('base64url', 93)}AA`

export const anthropic: Provider = {
  id: 'anthropic',
  name: 'Anthropic (Claude)',
  host: 'api.anthropic.com',
  basePath: '/v1',
  environmentVariable: 'ANTHROPIC_API_KEY',
  formats: {
    api: { mint: () => minted('sk-ant-api03-'), pattern: /^sk-ant-api03-[A-Za-z0-9_-]{93}AA$/ },
    admin: { mint: () => minted('sk-ant-admin01-'), pattern: /^sk-ant-admin01-[A-Za-z0-9_-]{93}AA$/ },
  },
  proof: (key) => ({ path: '/models', headers: { 'x-api-key': key, 'anthropic-version': '2023-06-01' } }),
  presented: (call) => presentedInHeader(call, 'x-api-key'),
  check: (call) => (call.headers['anthropic-version'] ? undefined : { status: 400, body: missingVersion }),
  headers: {
    'content-type': 'application/json',
    'request-id': '{{requestId}}',
    'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
    via: '1.1 google',
    server: 'cloudflare',
    'cf-cache-status': 'DYNAMIC',
    'cf-ray': '9a1f0c2d3e4b5a6a-FRA',
    'x-robots-tag': 'none',
  },
  requestId: () => `req_011C${randomText('alphanumeric', 20)}`,
  noKey: { status: 401, body: error('authentication_error', 'x-api-key header is required') },
  notFound: { status: 404, body: error('not_found_error', 'Not found') },
  routes: {
    'GET /models': { answer: (_, key) => ({ status: 200, body: listModels(key) }) },
    'GET /models/:model': {
      answer: (call, key) => {
        const id = call.path.split('/').pop() ?? ''
        return (key?.models ?? models).includes(id)
          ? { status: 200, body: describe(id) }
          : { status: 404, body: error('not_found_error', 'model: {{model}}') }
      },
    },
    'POST /messages': {
      generates: true,
      answer: (call, key) => {
        const asked = /"model"\s*:\s*"([^"]{1,200})"/.exec(call.body)?.[1]
        if (asked && !(key?.models ?? models).includes(asked))
          return { status: 404, body: error('not_found_error', 'model: {{model}}') }
        return {
          status: 200,
          headers: { 'anthropic-ratelimit-requests-limit': '50', 'anthropic-ratelimit-requests-remaining': '49' },
          body: {
            id: `msg_01${randomText('alphanumeric', 22)}`,
            type: 'message',
            role: 'assistant',
            model: '{{model}}',
            content: [{ type: 'text', text: 'Hello.' }],
            stop_reason: 'end_turn',
            stop_sequence: null,
            usage: { input_tokens: 8, output_tokens: 4 },
          },
        }
      },
    },
    'GET /organizations/me': {
      answer: () => ({ status: 200, body: { id: 'org-{{account}}', type: 'organization', name: 'Lab' } }),
    },
  },
  scenarios,
}
