import { presentedInHeader } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('DataDog/datadog-api-client-typescript: openapi.yaml, /api/v1/validate (dd-site)')

const forbidden: Json = { errors: ['Forbidden'] }

const scenarios: Scenario[] = [
  scenario(403, forbidden, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(403, forbidden, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  /** What a site says of a key of another one. */
  scenario(403, forbidden, { name: 'other_site', expectedVerdict: 'key_invalid' }),
  scenario(
    403,
    {
      status: 'error',
      code: 403,
      errors: ['Forbidden'],
      statuspage: 'http://status.datadoghq.com',
      twitter: 'http://twitter.com/datadogops',
      email: 'support@datadoghq.com',
    },
    { name: 'invalid_long', expectedVerdict: 'key_invalid', ...unconfirmed },
  ),
  scenario(
    429,
    { errors: ['Rate limit of 600 requests in 60 seconds reached'] },
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: {
        'x-ratelimit-limit': '600',
        'x-ratelimit-period': '60',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '12',
      },
      source: 'th:datadogapikey',
    },
  ),
  scenario(
    503,
    { errors: ['Service Unavailable'] },
    { name: 'outage', expectedVerdict: 'provider_outage', ...unconfirmed },
  ),
  scenario(200, { dog: 'asleep' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(
    403,
    { errors: ['The dog ate it.'] },
    {
      name: 'unknown_code',
      expectedVerdict: 'unexpected_response',
      ...madeUp,
    },
  ),
]

export const datadog: Provider = {
  id: 'datadog',
  name: 'Datadog',
  host: 'api.datadoghq.com',
  basePath: '',
  environmentVariable: 'DD_API_KEY',
  formats: { api: { mint: () => randomText('hex', 32), pattern: /^[a-f0-9]{32}$/ } },
  proof: (key) => ({ path: '/api/v1/validate', headers: { 'dd-api-key': key } }),
  presented: (call) => presentedInHeader(call, 'dd-api-key') ?? (call.query.get('api_key') || undefined),
  headers: {
    'content-type': 'application/json',
    'x-frame-options': 'SAMEORIGIN',
    'x-content-type-options': 'nosniff',
    'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
  },
  requestId: () => randomText('hex', 16),
  noKey: { status: 403, body: forbidden },
  notFound: { status: 404, body: { errors: ['Not found'] } },
  routes: { 'GET /api/v1/validate': { answer: () => ({ status: 200, body: { valid: true } }) } },
  scenarios,
}

/** The same API with accounts and keys of its own. */
export const datadogEurope: Provider = { ...datadog, id: 'datadog-eu', name: 'Datadog EU1', host: 'api.datadoghq.eu' }
