import { presentedKey } from '../presented-key.ts'
import { bearer } from '../proof-call.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

/** The detectors confirm the status; the words are those that people report. */
const scenario = scenarioOf('trufflehog detector for Netlify (th:netlify/v2)')

const error = (code: number, message: string): Json => ({ code, message })
const denied = error(401, 'Access Denied')

const scenarios: Scenario[] = [
  scenario(401, denied, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, denied, {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
    ...unconfirmed,
  }),
  scenario(401, denied, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(403, error(403, 'Forbidden'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'accounts',
    ...unconfirmed,
  }),
  scenario(429, error(429, 'Too Many Requests'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'x-ratelimit-limit': '500', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '{{resetEpoch}}' },
    ...unconfirmed,
  }),
  scenario(500, error(500, 'Internal Server Error'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { sites: 3 }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(401, error(17, 'The net is torn.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const account: Json = {
  id: '{{account}}',
  name: 'Lab',
  slug: 'lab',
  type: 'PERSONAL',
  capabilities: { sites: { included: 500, used: 3 } },
  roles_allowed: ['Owner'],
}

export const netlify: Provider = {
  id: 'netlify',
  name: 'Netlify',
  host: 'api.netlify.com',
  basePath: '/api/v1',
  environmentVariable: 'NETLIFY_AUTH_TOKEN',
  formats: {
    personal: { mint: () => `nfp_${randomText('alphanumeric', 36)}`, pattern: /^nfp_[A-Za-z0-9_]{36}$/ },
    legacy: { mint: () => randomText('base64url', 43), pattern: /^[A-Za-z0-9_-]{43,45}$/ },
  },
  proof: (key) => ({ path: '/accounts', headers: bearer(key) }),
  presented: presentedKey,
  headers: { 'content-type': 'application/json; charset=utf-8', server: 'Netlify', 'x-nf-request-id': '{{requestId}}' },
  requestId: () => `01K${randomText('upper', 23)}`,
  noKey: { status: 401, body: denied },
  notFound: { status: 404, body: error(404, 'Not Found') },
  routes: { 'GET /accounts': { answer: () => ({ status: 200, body: [account] }) } },
  scenarios,
}
