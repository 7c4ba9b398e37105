import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('error codes of the Jina OpenAPI description; bodies reported')

const error = (code: string, detail: string): Json => ({ detail, code })
const invalid = error('AUTH_INVALID_API_KEY', 'Invalid API key')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, invalid, {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
    ...unconfirmed,
  }),
  scenario(401, invalid, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(401, error('AUTH_INVALID_FORMAT', 'Invalid authorization format'), {
    name: 'header_changed',
    expectedVerdict: 'unexpected_response',
  }),
  scenario(403, error('AUTHZ_INSUFFICIENT_BALANCE', 'Insufficient account balance. Top up your account.'), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
  }),
  scenario(
    402,
    { detail: 'Insufficient balance' },
    {
      name: 'billing_402',
      expectedVerdict: 'quota_or_billing',
      ...unconfirmed,
    },
  ),
  scenario(
    429,
    error('RATE_TOKEN_LIMIT_EXCEEDED', 'Token rate limit exceeded: 1,000,100/1,000,000 tokens per minute'),
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: { 'x-ratelimit-remaining-requests': '0' },
    },
  ),
  scenario(400, error('INPUT_MODEL_NOT_FOUND', "Model '{{model}}' not found"), {
    name: 'model_retired',
    expectedVerdict: 'unknown',
  }),
  scenario(500, error('INTERNAL_ERROR', 'An unexpected error occurred'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
  }),
  scenario(503, error('SERVICE_UNAVAILABLE', 'Service temporarily unavailable'), {
    name: 'overloaded',
    expectedVerdict: 'provider_outage',
  }),
  scenario(200, { flow: 'stopped' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(409, error('FLOW_KNOTTED', 'The flow is knotted.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const vector = Array.from({ length: 8 }, (_, index) => index / 8)

export const jina: Provider = {
  id: 'jina',
  name: 'Jina AI',
  host: 'api.jina.ai',
  basePath: '/v1',
  environmentVariable: 'JINA_API_KEY',
  formats: { api: { mint: () => `jina_${randomText('base64url', 60)}`, pattern: /^jina_[A-Za-z0-9_-]{60}$/ } },
  proof: (key) => ({
    method: 'POST',
    path: '/embeddings',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'jina-embeddings-v3', input: ['a word'] }),
  }),
  presented: presentedKey,
  headers: { 'content-type': 'application/json', server: 'cloudflare', 'cf-ray': '{{requestId}}-FRA' },
  requestId: () => randomText('hex', 16),
  noKey: { status: 401, body: error('AUTH_MISSING_API_KEY', 'Authentication required') },
  notFound: { status: 404, body: { detail: 'Not Found' } },
  routes: {
    'POST /embeddings': {
      answer: () => ({
        status: 200,
        headers: { 'x-ratelimit-remaining-requests': '499', 'x-ratelimit-remaining-tokens': '999990' },
        body: {
          model: 'jina-embeddings-v3',
          object: 'list',
          usage: { total_tokens: 4, prompt_tokens: 4 },
          data: [{ object: 'embedding', index: 0, embedding: vector }],
        },
      }),
    },
  },
  scenarios,
}
