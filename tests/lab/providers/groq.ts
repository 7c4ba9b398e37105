import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'
import { openaiDialect } from './openai-dialect.ts'

const scenario = scenarioOf('https://console.groq.com/docs/errors (groq-err)')

const error = (message: string, type: string, code?: string): Json => ({
  error: { message, type, ...(code ? { code } : {}) },
})

const invalid = error('Invalid API Key', 'invalid_request_error', 'invalid_api_key')
const restricted = error(
  'Organization has been restricted. Please reach out to support if you believe this was in error.',
  'invalid_request_error',
  'organization_restricted',
)
const limits = {
  'x-ratelimit-limit-requests': '14400',
  'x-ratelimit-remaining-requests': '14370',
  'x-ratelimit-reset-requests': '2m59.56s',
  'x-ratelimit-limit-tokens': '18000',
  'x-ratelimit-remaining-tokens': '17997',
  'x-ratelimit-reset-tokens': '7.66s',
}
const missingModel = {
  status: 404,
  body: error(
    'The model `{{model}}` does not exist or you do not have access to it.',
    'invalid_request_error',
    'model_not_found',
  ),
}

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, error('Expired API Key', 'invalid_request_error', 'expired_api_key'), {
    name: 'expired',
    expectedVerdict: 'key_expired',
    ...unconfirmed,
  }),
  scenario(401, invalid, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(
    403,
    error(
      'The model `{{model}}` is blocked at the organization level. Please have the org admin enable this model in the org settings at https://console.groq.com/settings/limits',
      'permissions_error',
      'model_permission_blocked_org',
    ),
    {
      name: 'missing_permission',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'model',
      source: 'groq-err: 403 is permission restrictions; wording from general knowledge',
    },
  ),
  scenario(
    429,
    error(
      'Rate limit reached for model `llama-3.3-70b-versatile` in organization `org_{{account}}` service tier `on_demand` on requests per minute (RPM): Limit 30, Used 30, Requested 1. Please try again in 2s. Need more tokens? Upgrade to Dev Tier today at https://console.groq.com/settings/billing',
      'requests',
      'rate_limit_exceeded',
    ),
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: { ...limits, 'retry-after': '2', 'x-ratelimit-remaining-requests': '0' },
      source: 'idx:groq429',
    },
  ),
  scenario(
    498,
    error('Flex tier capacity exceeded. Please try again later.', 'capacity_exceeded', 'capacity_exceeded'),
    {
      name: 'capacity_exceeded',
      expectedVerdict: 'rate_limited',
      source: 'groq-498',
    },
  ),
  scenario(400, restricted, { name: 'suspended', expectedVerdict: 'account_suspended', source: 'groq-restr' }),
  scenario(403, restricted, {
    name: 'suspended_403',
    expectedVerdict: 'account_suspended',
    source: 'groq-restr: 403 seen',
  }),
  scenario(
    403,
    { error: { message: 'Access denied. Please check your network settings.' } },
    {
      name: 'ip_blocked',
      expectedVerdict: 'ip_not_allowed',
      ...unconfirmed,
    },
  ),
  scenario(404, missingModel.body, { name: 'model_not_found', expectedVerdict: 'model_not_found' }),
  scenario(500, error('Internal Server Error', 'internal_server_error'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
  }),
  scenario(503, error('Service Unavailable', 'service_unavailable'), {
    name: 'overloaded',
    expectedVerdict: 'provider_outage',
  }),
  scenario(200, { inference: 'ready' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(400, error('Lane closed.', 'lane_error', 'lane_17'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const groq: Provider = {
  id: 'groq',
  name: 'Groq',
  host: 'api.groq.com',
  basePath: '/openai/v1',
  environmentVariable: 'GROQ_API_KEY',
  formats: { api: { mint: () => `gsk_${randomText('alphanumeric', 52)}`, pattern: /^gsk_[A-Za-z0-9]{52}$/ } },
  presented: presentedKey,
  headers: {
    'content-type': 'application/json',
    'cache-control': 'private, max-age=0, no-store, no-cache, must-revalidate',
    vary: 'Origin',
    'x-groq-region': 'fra',
    'x-request-id': '{{requestId}}',
    via: '1.1 google',
    'cf-cache-status': 'DYNAMIC',
    server: 'cloudflare',
    'cf-ray': '9a1f0c2d3e4b5a6b-FRA',
  },
  requestId: () => `req_01${randomText('alphanumeric', 24).toLowerCase()}`,
  noKey: { status: 401, body: invalid },
  notFound: {
    status: 404,
    body: error(
      'Unknown request URL: {{method}} {{path}}. Please check the URL for typos, or see the docs at https://console.groq.com/docs/',
      'invalid_request_error',
      'unknown_url',
    ),
  },
  routes: openaiDialect({
    models: ['llama-3.3-70b-versatile', 'llama-3.1-8b-instant', 'openai/gpt-oss-120b'],
    ownedBy: 'Meta',
    missingModel,
    headers: limits,
  }),
  scenarios,
}
