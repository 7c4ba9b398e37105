import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf } from '../scenario-of.ts'
import { openaiDialect } from './openai-dialect.ts'

/** XRoute documents no answers: these follow the OpenAI dialect that it says it speaks. */
const assumed = scenarioOf('not documented: assumed from OpenAI compatibility')
const scenario: typeof assumed = (status, body, rest) => ({ ...assumed(status, body, rest), confirmed: false })

const error = (message: string, type: string, code: string | null): Json => ({
  error: { message, type, param: null, code },
})

const invalid = error('Invalid token', 'invalid_request_error', 'invalid_api_key')
const missingModel = {
  status: 404,
  body: error('The model `{{model}}` does not exist', 'invalid_request_error', 'model_not_found'),
}

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, invalid, { name: 'expired', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_expired' }),
  scenario(401, invalid, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(429, error('Rate limit reached', 'requests', 'rate_limit_exceeded'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'retry-after': '10' },
  }),
  scenario(429, error('You exceeded your current quota.', 'insufficient_quota', 'insufficient_quota'), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
  }),
  scenario(404, missingModel.body, { name: 'model_not_found', expectedVerdict: 'model_not_found' }),
  scenario(500, error('Internal error', 'server_error', null), { name: 'outage', expectedVerdict: 'provider_outage' }),
  scenario(503, error('Upstream is overloaded', 'server_error', null), {
    name: 'overloaded',
    expectedVerdict: 'provider_outage',
  }),
  scenario(200, { route: 'ok' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
]

export const xroute: Provider = {
  id: 'xroute',
  name: 'XRoute.AI',
  host: 'api.xroute.ai',
  basePath: '/openai/v1',
  environmentVariable: 'XROUTE_API_KEY',
  formats: { api: { mint: () => `sk-${randomText('alphanumeric', 48)}`, pattern: /^.+$/ } },
  presented: presentedKey,
  headers: { 'content-type': 'application/json', 'x-request-id': '{{requestId}}' },
  requestId: () => randomText('hex', 32),
  noKey: { status: 401, body: invalid },
  notFound: { status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found' },
  routes: openaiDialect({ models: ['gpt-4o-mini', 'gpt-4o'], ownedBy: 'openai', missingModel }),
  scenarios,
}
