import { randomText } from '../random-text.ts'
import type { Call, IssuedKey, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('https://www.twilio.com/docs/api/errors (tw-20003, tw-20008)')

const error = (status: number, code: number, message: string): Json => ({
  code,
  message,
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status,
})

const account = (status: string): Json => ({
  auth_token: null,
  date_created: 'Thu, 05 Mar 2026 09:12:44 +0000',
  friendly_name: 'Lab',
  owner_account_sid: 'AC{{account}}',
  sid: 'AC{{account}}',
  status,
  type: 'Full',
  uri: '{{path}}',
})

const invalid = error(401, 20003, 'Authenticate')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, invalid, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(403, error(403, 70051, 'Authorization failed: missing permission {{permission}}'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'twilio/balance/read',
    ...unconfirmed,
  }),
  scenario(429, error(429, 20429, 'Too Many Requests'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    ...unconfirmed,
  }),
  scenario(401, error(401, 20003, 'This feature is not available on a Trial account'), {
    name: 'trial',
    expectedVerdict: 'quota_or_billing',
  }),
  scenario(200, account('suspended'), { name: 'suspended', expectedVerdict: 'account_suspended', source: 'tw-oai' }),
  scenario(200, account('closed'), { name: 'closed', expectedVerdict: 'account_suspended', source: 'tw-oai' }),
  scenario(401, error(401, 20005, 'Account not active'), {
    name: 'suspended_401',
    expectedVerdict: 'account_suspended',
    ...unconfirmed,
  }),
  scenario(403, error(403, 20008, 'Resource not accessible with Test Account Credentials'), {
    name: 'test_credentials',
    expectedVerdict: 'wrong_environment',
  }),
  scenario(500, error(500, 20500, 'Internal Server Error'), { name: 'outage', expectedVerdict: 'provider_outage' }),
  scenario(200, { dialled: true }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(400, error(400, 29999, 'The line is tangled'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

/** Basic, with the account's SID as user, or an API key's: then the account is known by the path alone. */
function presented(call: Call): string | undefined {
  const basic = /^Basic (.+)$/i.exec(call.headers.authorization ?? '')?.[1]
  if (!basic) return undefined
  const pair = Buffer.from(basic, 'base64').toString()
  const sid = /\/Accounts\/(AC\w+)/.exec(call.path)?.[1]
  return pair.startsWith('SK') ? `${sid}:${pair}` : pair
}

const balance = (_: Call, key: IssuedKey | undefined) => ({
  status: 200,
  body: { account_sid: key?.value.slice(0, 34) ?? '', balance: '41.2700', currency: 'USD' },
})

function proof(key: string) {
  const [sid = '', user = '', secret] = key.split(':')
  const basic = secret === undefined ? key : `${user}:${secret}`
  return {
    path: `/Accounts/${encodeURIComponent(sid)}${secret === undefined ? '' : '/Balance'}.json`,
    headers: { authorization: `Basic ${Buffer.from(basic).toString('base64')}` },
  }
}

export const twilio: Provider = {
  id: 'twilio',
  name: 'Twilio',
  host: 'api.twilio.com',
  basePath: '/2010-04-01',
  environmentVariable: 'TWILIO_AUTH_TOKEN',
  formats: {
    token: {
      mint: () => `AC${randomText('hex', 32)}:${randomText('hex', 32)}`,
      pattern: /^AC[0-9a-f]{32}:[0-9a-f]{32}$/,
    },
    apiKey: {
      mint: () => `AC${randomText('hex', 32)}:SK${randomText('hex', 32)}:${randomText('alphanumeric', 32)}`,
      pattern: /^AC[0-9a-f]{32}:SK[0-9a-f]{32}:[0-9A-Za-z]{32}$/,
    },
  },
  proof,
  presented,
  headers: {
    'content-type': 'application/json;charset=utf-8',
    'twilio-concurrent-requests': '1',
    'twilio-request-id': '{{requestId}}',
    'twilio-request-duration': '0.031',
    'x-api-domain': 'api.twilio.com',
    'x-powered-by': 'AT-5000',
  },
  requestId: () => `RQ${randomText('hex', 32)}`,
  noKey: { status: 401, headers: { 'www-authenticate': 'Basic realm="Twilio API"' }, body: invalid },
  notFound: { status: 404, body: error(404, 20404, 'The requested resource {{path}} was not found') },
  routes: {
    'GET /Accounts/:sid': { answer: () => ({ status: 200, body: account('active') }) },
    'GET /Accounts/:sid/Balance.json': { answer: balance },
  },
  scenarios,
}
