import { presentedKey } from '../presented-key.ts'
import { bearer } from '../proof-call.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const observed = scenarioOf('answers of the live API, September 2026')
const scenario: typeof observed = (status, body, rest) => ({ ...observed(status, body, rest), confirmed: false })

const error = (name: string, message: string): Json => ({ id: '{{requestId}}', message, name })
/** The same in version 2beta. */
const errors = (name: string, message: string): Json => ({ errors: [message], id: '{{requestId}}', name })

const invalid = error(
  'unauthorized',
  'Incorrect API key provided: {{maskedKey}}. You can find your API key at https://stability.ai.',
)

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, errors('unauthorized', 'authorization: authorization: invalid or missing header value'), {
    name: 'invalid_v2',
    expectedVerdict: 'key_invalid',
  }),
  scenario(401, invalid, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(403, error('permission_denied', 'You do not have access to this resource.'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    ...unconfirmed,
  }),
  scenario(429, errors('rate_limit_exceeded', 'You have exceeded the rate limit of 150 requests within 10 seconds.'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    ...unconfirmed,
  }),
  scenario(
    402,
    errors(
      'payment_required',
      'You lack sufficient credits to make this request. Please purchase more credits at https://platform.stability.ai/account/credits and try again.',
    ),
    { name: 'billing', expectedVerdict: 'quota_or_billing' },
  ),
  scenario(404, error('not_found', 'The specified engine (ID stable-diffusion-unknown) was not found.'), {
    name: 'engine_not_found',
    expectedVerdict: 'model_not_found',
    ...unconfirmed,
  }),
  scenario(500, errors('internal_error', 'An unexpected server error has occurred, please try again later.'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { diffusion: 'stable' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(422, errors('wobbly', 'The diffusion wobbles.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const stability: Provider = {
  id: 'stability',
  name: 'Stability AI',
  host: 'api.stability.ai',
  basePath: '/v1',
  environmentVariable: 'STABILITY_API_KEY',
  formats: { api: { mint: () => `sk-${randomText('alphanumeric', 48)}`, pattern: /^sk-[A-Za-z0-9]{48}$/ } },
  proof: (key) => ({ path: '/user/account', headers: bearer(key) }),
  presented: presentedKey,
  headers: {
    'content-type': 'application/json',
    vary: 'Origin',
    server: 'cloudflare',
    'cf-ray': '9a1f0c2d3e4b5a70-FRA',
  },
  requestId: () => randomText('hex', 32),
  noKey: { status: 401, body: error('unauthorized', 'missing authorization header') },
  notFound: { status: 404, body: error('not_found', 'The requested path was not found.') },
  routes: {
    'GET /user/account': {
      answer: () => ({
        status: 200,
        body: {
          email: 'lab@example.com',
          id: 'user-{{account}}',
          organizations: [{ id: 'org-{{account}}', is_default: true, name: 'Lab', role: 'ADMIN' }],
          profile_picture: 'https://example.com/lab.png',
        },
      }),
    },
    'GET /user/balance': { answer: () => ({ status: 200, body: { credits: 24.5 } }) },
  },
  scenarios,
}
