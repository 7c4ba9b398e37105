import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'
import { openaiDialect } from './openai-dialect.ts'

const scenario = scenarioOf('togethercomputer/openapi: openapi.yaml (tog-oas)')
const models = ['meta-llama/Llama-3.3-70B-Instruct-Turbo', 'Qwen/Qwen3-235B-A22B-fp8-tput']

const error = (message: string, type: string, code: string | null = null): Json => ({
  error: { message, type, param: null, code },
})

const invalid = error(
  'Invalid API key provided. You can find your API key at https://api.together.ai/settings/api-keys.',
  'invalid_request_error',
  'invalid_api_key',
)
const missingModel = {
  status: 404,
  body: error(
    'Unable to access model {{model}}. Please visit https://api.together.ai/models to view the list of supported models.',
    'invalid_request_error',
    'model_not_available',
  ),
}

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
  scenario(403, error('Unauthorized to access this resource', 'invalid_request_error'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'resource',
  }),
  scenario(429, error('You have reached the rate limit specific to this model.', 'model_rate_limit'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'retry-after': '1', 'x-ratelimit-remaining': '0' },
  }),
  scenario(
    402,
    error('Credit limit exceeded, please navigate to your billing settings to add credit.', 'credit_limit'),
    {
      name: 'billing',
      expectedVerdict: 'quota_or_billing',
      ...unconfirmed,
    },
  ),
  scenario(
    404,
    { error: { message: 'Not found', type: 'invalid_request_error', param: null, code: 'not_found' } },
    {
      name: 'not_found',
      expectedVerdict: 'base_url_wrong',
    },
  ),
  scenario(500, error('Internal server error', 'server_error'), { name: 'outage', expectedVerdict: 'provider_outage' }),
  scenario(503, error('The server is overloaded or not ready yet.', 'service_unavailable'), {
    name: 'overloaded',
    expectedVerdict: 'provider_outage',
  }),
  scenario(200, { together: 'apart' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(409, error('The hands let go.', 'hand_error', 'hand_7'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const together: Provider = {
  id: 'together',
  name: 'Together AI',
  host: 'api.together.ai',
  basePath: '/v1',
  environmentVariable: 'TOGETHER_API_KEY',
  formats: {
    api: { mint: () => `tgp_v1_${randomText('base64url', 43)}`, pattern: /^tgp_v1_[A-Za-z0-9_-]{43}$/ },
    legacy: { mint: () => randomText('hex', 64), pattern: /^[a-f0-9]{64}$/ },
  },
  presented: presentedKey,
  headers: { 'content-type': 'application/json; charset=utf-8', server: 'cloudflare', 'cf-ray': '{{requestId}}-FRA' },
  requestId: () => randomText('hex', 16),
  noKey: { status: 401, body: error('Missing API key', 'invalid_request_error', 'missing_api_key') },
  notFound: { status: 404, body: error('Not found', 'invalid_request_error', 'not_found') },
  routes: {
    ...openaiDialect({ models, ownedBy: 'together', missingModel }),
    'GET /models': {
      answer: () => ({
        status: 200,
        body: models.map((id) => ({
          id,
          object: 'model',
          created: 1_733_447_754,
          type: 'chat',
          display_name: id,
          organization: 'Meta',
          context_length: 131_072,
        })),
      }),
    },
  },
  scenarios,
}
