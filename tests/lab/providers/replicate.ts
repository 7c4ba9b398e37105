import { presentedKey } from '../presented-key.ts'
import { bearer } from '../proof-call.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('answers of the live API, October 2026 (rep-401)')

const problem = (status: number, title: string, detail: string): Json => ({ title, detail, status })
const invalid = problem(401, 'Unauthenticated', 'You did not pass a valid authentication token')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, invalid, {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
    ...unconfirmed,
  }),
  scenario(401, invalid, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(403, problem(403, 'Permission denied', 'You do not have permission to perform this action.'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'predictions',
    ...unconfirmed,
  }),
  scenario(
    429,
    { title: 'Request was throttled.', detail: 'Your rate limit resets in ~9s.', status: 429, retry_after: 9 },
    { name: 'rate_limited', expectedVerdict: 'rate_limited', headers: { 'retry-after': '9' } },
  ),
  scenario(
    402,
    problem(
      402,
      'Insufficient credit',
      'You have insufficient credit to run this model. Go to https://replicate.com/account/billing#billing to purchase credit.',
    ),
    { name: 'billing', expectedVerdict: 'quota_or_billing', ...unconfirmed },
  ),
  scenario(
    422,
    problem(
      422,
      'Invalid version or not permitted',
      'The specified version does not exist (or perhaps you don’t have permission to use it?)',
    ),
    { name: 'version_not_found', expectedVerdict: 'model_not_found', ...unconfirmed },
  ),
  scenario(500, problem(500, 'Internal server error', 'Something went wrong on our side.'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { copies: 2 }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(409, problem(409, 'Copy machine jammed', 'The copy machine is jammed.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const replicate: Provider = {
  id: 'replicate',
  name: 'Replicate',
  host: 'api.replicate.com',
  basePath: '/v1',
  environmentVariable: 'REPLICATE_API_TOKEN',
  formats: { api: { mint: () => `r8_${randomText('alphanumeric', 37)}`, pattern: /^r8_[A-Za-z0-9_-]{37}$/ } },
  proof: (key) => ({ path: '/account', headers: bearer(key) }),
  presented: presentedKey,
  headers: {
    'content-type': 'application/json',
    'x-request-id': '{{requestId}}',
    server: 'cloudflare',
    'cf-ray': '9a1f0c2d3e4b5a6f-FRA',
  },
  requestId: () => randomText('hex', 26),
  noKey: { status: 401, headers: { 'content-type': 'application/problem+json' }, body: invalid },
  notFound: { status: 404, body: { detail: 'The requested resource could not be found.', status: 404 } },
  routes: {
    'GET /account': {
      answer: () => ({
        status: 200,
        body: {
          type: 'organization',
          username: 'lab',
          name: 'Lab',
          avatar_url: 'https://example.com/lab.png',
          github_url: 'https://github.com/lab',
        },
      }),
    },
    'GET /models': { answer: () => ({ status: 200, body: { next: null, previous: null, results: [] } }) },
  },
  scenarios,
}
