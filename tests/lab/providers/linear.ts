import { presentedInHeader, presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('linear/linear: packages/sdk/src/error.ts (li-sdk)')

const error = (type: string, code: string, message: string, rest: Record<string, Json> = {}): Json => ({
  errors: [{ message, extensions: { type, code, userError: true, userPresentableMessage: message, ...rest } }],
})
const invalid = error('authentication error', 'AUTHENTICATION_ERROR', 'Authentication required, not authenticated')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(400, invalid, { name: 'invalid_400', expectedVerdict: 'key_invalid' }),
  scenario(200, invalid, { name: 'invalid_200', expectedVerdict: 'key_invalid', ...unconfirmed }),
  scenario(401, invalid, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(200, error('forbidden', 'FORBIDDEN', 'Access denied'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'read',
  }),
  scenario(
    400,
    error(
      'ratelimited',
      'RATELIMITED',
      'Rate limit exceeded. Only 5000 requests are allowed per 1 hour and you have made 5001 requests in the last hour.',
      { statusCode: 429 },
    ),
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: { 'x-ratelimit-requests-remaining': '0', 'x-ratelimit-requests-reset': '{{resetEpoch}}000' },
    },
  ),
  scenario(
    400,
    error('usage limit exceeded', 'USAGE_LIMIT_EXCEEDED', 'Usage limit exceeded. Upgrade to create more issues.'),
    { name: 'billing', expectedVerdict: 'quota_or_billing' },
  ),
  scenario(200, error('feature not accessible', 'FEATURE_NOT_ACCESSIBLE', 'This feature is not part of your plan.'), {
    name: 'plan',
    expectedVerdict: 'quota_or_billing',
  }),
  scenario(500, error('internal error', 'INTERNAL_SERVER_ERROR', 'Internal server error'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
  }),
  scenario(
    200,
    { data: { crooked: true } },
    {
      name: 'unknown_json',
      expectedVerdict: 'unexpected_response',
      ...madeUp,
    },
  ),
  scenario(400, error('nonlinear', 'NONLINEAR', 'The request is not linear.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const viewer: Json = {
  data: {
    viewer: { id: '6a1b0c0f-0000-4000-8000-000000000002', name: 'Lab', email: 'lab@example.com' },
    organization: { name: 'Lab workspace' },
  },
}

export const linear: Provider = {
  id: 'linear',
  name: 'Linear',
  host: 'api.linear.app',
  basePath: '',
  environmentVariable: 'LINEAR_API_KEY',
  formats: {
    api: { mint: () => `lin_api_${randomText('alphanumeric', 40)}`, pattern: /^lin_api_[0-9A-Za-z]{40}$/ },
    oauth: { mint: () => `lin_oauth_${randomText('hex', 64)}`, pattern: /^lin_oauth_[0-9a-f]{64}$/ },
  },
  proof: (key) => ({
    method: 'POST',
    path: '/graphql',
    headers: { authorization: key, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer { id name email } }' }),
  }),
  /** A key that comes with `Bearer` before it is not known; a token of OAuth only so. */
  presented: (call) => {
    const bearer = presentedKey(call)
    return bearer?.startsWith('lin_oauth_') ? bearer : presentedInHeader(call, 'authorization')
  },
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'x-complexity': '2',
    'x-ratelimit-requests-limit': '5000',
    'x-ratelimit-requests-remaining': '4999',
    'x-ratelimit-complexity-limit': '250000',
    'x-request-id': '{{requestId}}',
    server: 'cloudflare',
    'cf-ray': '9a1f0c2d3e4b5a72-FRA',
  },
  requestId: () => randomText('hex', 16),
  noKey: { status: 401, body: invalid },
  notFound: { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not Found' },
  routes: { 'POST /graphql': { answer: () => ({ status: 200, body: viewer }) } },
  scenarios,
}
