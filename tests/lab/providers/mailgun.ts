import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('trufflehog detector for Mailgun (th:mailgun)')

const domains = (fields: Record<string, Json>): Json => ({
  items: [
    {
      created_at: 'Wed, 04 Mar 2026 10:11:12 GMT',
      id: '69a7f0c2d1e0b3a4c5d6e7f8',
      is_disabled: false,
      name: 'mg.lab.test',
      state: 'active',
      type: 'custom',
      wildcard: false,
      ...fields,
    },
  ],
  total_count: 1,
})

const scenarios: Scenario[] = [
  scenario(401, { message: 'Invalid private key' }, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, 'Forbidden', { name: 'invalid_text', expectedVerdict: 'key_invalid' }),
  scenario(
    401,
    { message: 'Invalid private key' },
    { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked', ...unconfirmed },
  ),
  scenario(
    403,
    { message: 'Forbidden' },
    {
      name: 'missing_permission',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'domains',
      ...unconfirmed,
    },
  ),
  scenario(
    429,
    { message: 'Too many requests' },
    { name: 'rate_limited', expectedVerdict: 'rate_limited', headers: { 'retry-after': '10' }, ...unconfirmed },
  ),
  scenario(200, domains({ is_disabled: true, state: 'disabled' }), {
    name: 'suspended',
    expectedVerdict: 'account_suspended',
  }),
  scenario(
    500,
    { message: 'Internal Server Error' },
    { name: 'outage', expectedVerdict: 'provider_outage', ...unconfirmed },
  ),
  scenario(200, { pigeons: 2 }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(
    400,
    { message: 'The pigeon is asleep' },
    { name: 'unknown_code', expectedVerdict: 'unexpected_response', ...madeUp },
  ),
]

export const mailgun: Provider = {
  id: 'mailgun',
  name: 'Mailgun',
  host: 'api.mailgun.net',
  basePath: '/v3',
  environmentVariable: 'MAILGUN_API_KEY',
  formats: {
    api: {
      mint: () => `${randomText('hex', 32)}-${randomText('hex', 8)}-${randomText('hex', 8)}`,
      pattern: /^[a-f0-9]{32}-[a-f0-9]{8}-[a-f0-9]{8}$/,
    },
    legacy: { mint: () => `key-${randomText('hex', 32)}`, pattern: /^key-[a-f0-9]{32}$/ },
  },
  proof: (key) => ({
    path: '/domains',
    headers: { authorization: `Basic ${Buffer.from(`api:${key}`).toString('base64')}` },
  }),
  presented: (call) => {
    const found = presentedKey(call)
    return found === 'api' ? undefined : found
  },
  headers: {
    'access-control-allow-origin': '*',
    'cache-control': 'no-store',
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'x-mailgun-key-id': '{{requestId}}',
  },
  requestId: () => `${randomText('hex', 8)}-${randomText('hex', 8)}`,
  noKey: { status: 401, headers: { 'www-authenticate': 'Basic realm="MG API"' }, body: 'Forbidden' },
  notFound: { status: 404, body: '404 page not found' },
  routes: { 'GET /domains': { answer: () => ({ status: 200, body: domains({}) }) } },
  scenarios,
}
