import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'
import { openaiDialect } from './openai-dialect.ts'

const scenario = scenarioOf('mistralai/platform-docs-public: error glossary (mis-err)')

const error = (message: string, type: string, code: string | null = null): Json => ({
  object: 'error',
  message,
  type,
  param: null,
  code,
})

/** One answer for keys that are missing, wrong, revoked, expired or of another workspace. */
const unauthorized: Json = { detail: 'Unauthorized' }
const missingModel = {
  status: 404,
  body: error('The requested model {{model}} does not exist.', 'invalid_request_error', 'unknown_model'),
}

const scenarios: Scenario[] = [
  scenario(401, unauthorized, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, unauthorized, { name: 'expired', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_expired' }),
  scenario(401, unauthorized, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(401, error('Unauthorized', 'authentication_error'), {
    name: 'other_workspace',
    expectedVerdict: 'key_invalid',
  }),
  scenario(403, error('This model is not available on your subscription tier.', 'invalid_request_error'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'model',
  }),
  scenario(429, error('Service tier capacity exceeded for this model.', 'service_tier_capacity_exceeded', '3505'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'retry-after': '30' },
  }),
  scenario(402, error('You have no credits left.', 'invalid_request_error'), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
    ...unconfirmed,
  }),
  scenario(404, missingModel.body, { name: 'model_not_found', expectedVerdict: 'model_not_found' }),
  scenario(500, error('Internal server error', 'server_error'), { name: 'outage', expectedVerdict: 'provider_outage' }),
  scenario(503, error('Service unavailable.', 'server_error'), {
    name: 'overloaded',
    expectedVerdict: 'provider_outage',
  }),
  scenario(200, { mistral: 'blows' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(422, error('The wind has turned.', 'wind_error', '9999'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const mistral: Provider = {
  id: 'mistral',
  name: 'Mistral AI',
  host: 'api.mistral.ai',
  basePath: '/v1',
  environmentVariable: 'MISTRAL_API_KEY',
  formats: { api: { mint: () => randomText('alphanumeric', 32), pattern: /^[A-Za-z0-9]{32}$/ } },
  presented: presentedKey,
  headers: {
    'content-type': 'application/json',
    'mistral-correlation-id': '{{requestId}}',
    server: 'cloudflare',
    'cf-ray': '9a1f0c2d3e4b5a6d-FRA',
  },
  requestId: () => randomText('hex', 32),
  noKey: { status: 401, body: unauthorized },
  notFound: { status: 404, body: { message: 'no Route matched with those values', request_id: '{{requestId}}' } },
  routes: openaiDialect({
    models: ['mistral-large-latest', 'mistral-small-latest', 'codestral-latest'],
    ownedBy: 'mistralai',
    missingModel,
  }),
  scenarios,
}
