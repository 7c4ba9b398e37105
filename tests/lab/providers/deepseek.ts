import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'
import { openaiDialect } from './openai-dialect.ts'

const scenario = scenarioOf('https://api-docs.deepseek.com/quick_start/error_codes (ds-err)')

const error = (message: string, type: string): Json => ({
  error: { message, type, param: null, code: 'invalid_request_error' },
})
const balance = (amount: string, isAvailable: boolean): Json => ({
  is_available: isAvailable,
  balance_infos: [{ currency: 'CNY', total_balance: amount, granted_balance: '0.00', topped_up_balance: amount }],
})

const invalid = error('Authentication Fails, Your api key: {{maskedKey}} is invalid', 'authentication_error')
const empty = error('Insufficient Balance', 'unknown_error')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, error('Authentication Fails (no such user)', 'authentication_error'), {
    name: 'no_such_user',
    expectedVerdict: 'key_invalid',
  }),
  scenario(401, invalid, {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
    ...unconfirmed,
  }),
  scenario(401, invalid, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(429, error('Rate Limit Reached', 'rate_limit_error'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
  }),
  scenario(200, balance('0.00', false), {
    name: 'no_balance',
    expectedVerdict: 'quota_or_billing',
    source: 'th:deepseek: is_available is false for a valid key without balance',
  }),
  scenario(402, empty, { name: 'billing', expectedVerdict: 'quota_or_billing' }),
  scenario(402, empty, { name: 'billing_on_generation', expectedVerdict: 'paired', only: 'generation' }),
  scenario(422, error('Invalid Parameters', 'invalid_request_error'), {
    name: 'invalid_parameters',
    expectedVerdict: 'unexpected_response',
  }),
  scenario(500, error('Server Error', 'server_error'), { name: 'outage', expectedVerdict: 'provider_outage' }),
  scenario(503, error('Server Overloaded', 'server_error'), {
    name: 'overloaded',
    expectedVerdict: 'provider_outage',
  }),
  scenario(200, { depth: 'unknown' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(409, error('The tide is out.', 'tide_error'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const deepseek: Provider = {
  id: 'deepseek',
  name: 'DeepSeek',
  host: 'api.deepseek.com',
  basePath: '',
  environmentVariable: 'DEEPSEEK_API_KEY',
  formats: { api: { mint: () => `sk-${randomText('hex', 32)}`, pattern: /^sk-[a-f0-9]{32}$/ } },
  proof: (key) => ({ path: '/user/balance', headers: { authorization: `Bearer ${key}` } }),
  presented: presentedKey,
  headers: {
    'content-type': 'application/json',
    'x-ds-trace-id': '{{requestId}}',
    server: 'CloudFront',
    'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
  },
  requestId: () => randomText('hex', 32),
  mask: (key) => `****${key.slice(-4)}`,
  noKey: {
    status: 401,
    body: error('Authentication Fails (auth header format should be Bearer sk-...)', 'authentication_error'),
  },
  notFound: { status: 404, headers: { 'content-type': 'text/plain' }, body: '' },
  routes: {
    ...openaiDialect({
      models: ['deepseek-chat', 'deepseek-reasoner'],
      ownedBy: 'deepseek',
      missingModel: { status: 400, body: error('Model Not Exist', 'invalid_request_error') },
    }),
    'GET /user/balance': { answer: () => ({ status: 200, body: balance('110.00', true) }) },
  },
  scenarios,
}
