import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('PagerDuty/api-schema, openapiv3.json (pd-oas)')

const error = (code: number, message: string): Json => ({ error: { code, message } })

const scenarios: Scenario[] = [
  scenario(401, error(2006, 'Invalid API key'), { name: 'invalid', expectedVerdict: 'key_invalid', ...unconfirmed }),
  /** go-pagerduty, issue 469: a 401 is not JSON. */
  scenario(401, 'HTTP Token: Access denied.\n', {
    name: 'invalid_text',
    expectedVerdict: 'key_invalid',
    headers: { 'www-authenticate': 'Token realm="Application"', 'content-type': 'text/plain' },
  }),
  scenario(401, 'HTTP Token: Access denied.\n', {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    headers: { 'www-authenticate': 'Token realm="Application"', 'content-type': 'text/plain' },
  }),
  scenario(403, error(2010, 'Access Denied'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'write',
  }),
  scenario(429, error(2020, 'Rate Limit Exceeded'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'ratelimit-limit': '960', 'ratelimit-remaining': '0', 'ratelimit-reset': '21' },
  }),
  scenario(402, error(2014, 'Your account does not have the teams ability.'), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
  }),
  scenario(500, error(2000, 'Internal Server Error'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { pager: 'silent' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(400, error(9999, 'The pager is at home'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const pagerduty: Provider = {
  id: 'pagerduty',
  name: 'PagerDuty',
  host: 'api.pagerduty.com',
  basePath: '',
  environmentVariable: 'PAGERDUTY_TOKEN',
  formats: {
    user: { mint: () => `u+${randomText('alphanumeric', 18)}`, pattern: /^u\+[A-Za-z0-9_+-]{18}$/ },
    account: { mint: () => randomText('alphanumeric', 20), pattern: /^[A-Za-z0-9_+-]{20}$/ },
  },
  proof: (key) => ({
    path: '/abilities',
    headers: { authorization: `Token token=${key}`, accept: 'application/vnd.pagerduty+json;version=2' },
  }),
  presented: (call) => /^Token token=(.+)$/.exec(call.headers.authorization ?? '')?.[1],
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'access-control-allow-origin': '*',
    'cache-control': 'no-cache',
    'x-request-id': '{{requestId}}',
    'ratelimit-limit': '960',
    'ratelimit-remaining': '959',
    'ratelimit-reset': '60',
  },
  requestId: () => `CQ${randomText('hex', 30)}`,
  noKey: { status: 401, headers: { 'content-type': 'text/plain' }, body: 'HTTP Token: Access denied.\n' },
  notFound: { status: 404, body: error(2100, 'Not Found') },
  routes: {
    'GET /abilities': {
      answer: () => ({ status: 200, body: { abilities: ['teams', 'urgencies', 'read_only_users'] } }),
    },
    'POST /incidents': { needs: 'write', generates: true, answer: () => ({ status: 201, body: { incident: {} } }) },
  },
  scenarios,
}
