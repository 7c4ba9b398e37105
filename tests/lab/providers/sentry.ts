import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('getsentry/sentry, src/sentry/api/authentication.py and endpoints/index.py')

const detail = (text: string): Json => ({ detail: text })

const scenarios: Scenario[] = [
  scenario(401, detail('Invalid token'), { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, detail('Invalid org token'), { name: 'invalid_org', expectedVerdict: 'key_invalid' }),
  scenario(401, detail('Token expired'), { name: 'expired', expectedVerdict: 'key_expired' }),
  scenario(401, detail('Invalid token'), {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
  }),
  scenario(403, detail('You do not have permission to perform this action.'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'org:read',
    source: 'th:sentrytoken',
  }),
  scenario(401, detail('This token access is limited to organization endpoints.'), {
    name: 'organisation_only',
    expectedVerdict: 'paired_limited',
  }),
  scenario(429, detail('You are attempting to use this endpoint too frequently. Limit is 40 requests in 1 seconds'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'x-sentry-rate-limit-remaining': '0' },
    ...unconfirmed,
  }),
  scenario(401, detail('User inactive or deleted'), { name: 'suspended', expectedVerdict: 'account_suspended' }),
  scenario(503, detail('Service unavailable'), { name: 'outage', expectedVerdict: 'provider_outage', ...unconfirmed }),
  /** What it answers when no token arrived: it is no proof. */
  scenario(
    200,
    { version: '0', auth: null, user: null },
    {
      name: 'unseen',
      expectedVerdict: 'unexpected_response',
    },
  ),
  scenario(200, { watch: 'changed' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(400, detail('The watchman sleeps'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const claims = () =>
  Buffer.from(
    JSON.stringify({ iat: 1_790_000_000, url: 'https://sentry.io', region_url: 'https://de.sentry.io', org: 'lab' }),
  )
    .toString('base64')
    .replace(/=+$/, '')

export const sentry: Provider = {
  id: 'sentry',
  name: 'Sentry',
  host: 'sentry.io',
  basePath: '/api/0',
  environmentVariable: 'SENTRY_AUTH_TOKEN',
  formats: {
    user: { mint: () => `sntryu_${randomText('hex', 64)}`, pattern: /^sntryu_[a-f0-9]{64}$/ },
    organisation: {
      mint: () => `sntrys_${claims()}_${randomText('alphanumeric', 43)}`,
      pattern: /^sntrys_eyJ[A-Za-z0-9+/]+_[A-Za-z0-9+/]{43}$/,
    },
  },
  proof: (key) => ({ path: '/', headers: { authorization: `Bearer ${key}` } }),
  presented: presentedKey,
  headers: {
    'content-type': 'application/json',
    allow: 'GET, HEAD, OPTIONS',
    'access-control-allow-origin': '*',
    'x-sentry-rate-limit-limit': '40',
    'x-sentry-rate-limit-remaining': '39',
    'x-sentry-rate-limit-reset': '{{resetEpoch}}',
    via: '1.1 google',
  },
  requestId: () => randomText('hex', 32),
  noKey: { status: 200, body: { version: '0', auth: null, user: null } },
  notFound: { status: 404, body: detail('Route not found, did you forget a trailing slash?') },
  routes: {
    'GET /': {
      answer: (_, key) => ({
        status: 200,
        body: {
          version: '0',
          auth: { scopes: key?.permissions ?? ['org:read', 'project:read'] },
          user: { id: '42', name: 'Lab', username: 'lab', email: 'lab@lab.test', isActive: true },
        },
      }),
    },
  },
  scenarios,
}
