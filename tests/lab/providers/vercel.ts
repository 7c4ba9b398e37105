import { presentedKey } from '../presented-key.ts'
import { bearer } from '../proof-call.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

/** The facts confirm the statuses of a refusal (betterleaks), and the words as reported. */
const scenario = scenarioOf('vercel/sdk: models (vc-sdk); betterleaks rules (bl)')

const error = (code: string, message: string, rest: Record<string, Json> = {}): Json => ({
  error: { code, message, ...rest },
})
const invalid = error('forbidden', 'Not authorized', { invalidToken: true })
const user = (rest: Record<string, Json> = {}): Json => ({
  user: {
    id: '{{account}}',
    email: 'lab@example.com',
    name: 'Lab',
    username: 'lab',
    avatar: null,
    defaultTeamId: 'team_{{account}}',
    version: 'northstar',
    ...rest,
  },
})
const blocked = (reason: string) => user({ softBlock: { blockedAt: 1_790_000_000_000, reason } })

const scenarios: Scenario[] = [
  scenario(403, invalid, { name: 'invalid', expectedVerdict: 'key_invalid', ...unconfirmed }),
  scenario(401, invalid, { name: 'invalid_401', expectedVerdict: 'key_invalid', ...unconfirmed }),
  scenario(403, invalid, {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
    ...unconfirmed,
  }),
  scenario(403, invalid, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(
    403,
    error(
      'forbidden',
      'Not authorized: Authorization is missing access to scope "{{permission}}". You must re-authenticate to this scope or use a token with access to this scope.',
      { scope: '{{permission}}' },
    ),
    {
      name: 'missing_permission',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'lab-team',
      ...unconfirmed,
    },
  ),
  scenario(
    429,
    error('rate_limited', 'Too many requests', { limit: { remaining: 0, reset: 1_790_000_000, total: 500 } }),
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: { 'x-ratelimit-limit': '500', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '{{resetEpoch}}' },
      ...unconfirmed,
    },
  ),
  scenario(402, error('payment_required', 'Payment required'), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
    ...unconfirmed,
  }),
  scenario(200, blocked('UNPAID_INVOICE'), { name: 'unpaid', expectedVerdict: 'quota_or_billing', ...unconfirmed }),
  scenario(200, blocked('FAIR_USE_LIMITS_EXCEEDED'), {
    name: 'suspended',
    expectedVerdict: 'account_suspended',
    ...unconfirmed,
  }),
  scenario(500, error('internal_server_error', 'An unexpected internal error occurred'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { triangle: 'black' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(403, error('triangle_tilted', 'The triangle is tilted.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const vercel: Provider = {
  id: 'vercel',
  name: 'Vercel',
  host: 'api.vercel.com',
  basePath: '',
  environmentVariable: 'VERCEL_TOKEN',
  formats: {
    personal: { mint: () => `vcp_${randomText('base64url', 56)}`, pattern: /^vcp_[A-Za-z0-9_-]{56}$/ },
    legacy: { mint: () => randomText('alphanumeric', 24), pattern: /^[A-Za-z0-9]{24}$/ },
  },
  proof: (key) => ({ path: '/v2/user', headers: bearer(key) }),
  presented: presentedKey,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store, max-age=0',
    server: 'Vercel',
    'x-vercel-id': '{{requestId}}',
  },
  requestId: () => `fra1::${randomText('alphanumeric', 5).toLowerCase()}-1790000000000-${randomText('hex', 12)}`,
  noKey: {
    status: 403,
    body: error('forbidden', 'The request is missing an authentication token', { missingToken: true }),
  },
  notFound: { status: 404, body: error('not_found', 'Not Found') },
  routes: { 'GET /v2/user': { answer: () => ({ status: 200, body: user() }) } },
  scenarios,
}
