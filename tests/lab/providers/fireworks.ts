import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'
import { openaiDialect } from './openai-dialect.ts'

/** Fireworks documents no bodies: those of 401 and 412 are quoted in public issues. */
const reported = scenarioOf('quoted in public issues')
const scenario: typeof reported = (status, body, rest) => reported(status, body, { confirmed: false, ...rest })

const error = (message: string, code: string): Json => ({
  error: { message, param: null, code, type: 'error' },
  request_id: '{{requestId}}',
})

const invalid = error('The API key you provided is invalid.', 'UNAUTHORIZED')
const missingModel = { status: 404, body: error('Model not found, inaccessible, and/or not deployed', 'NOT_FOUND') }

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, invalid, {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
    source: 'fw-nango: keys end after one year at most; the answer is not documented',
  }),
  scenario(401, invalid, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(403, error('You do not have permission to perform this action.', 'PERMISSION_DENIED'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'model',
    ...unconfirmed,
  }),
  scenario(429, error('Request didn’t generate first token before the given deadline', 'RESOURCE_EXHAUSTED'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'x-ratelimit-limit-requests': '600', 'x-ratelimit-remaining-requests': '0' },
    ...unconfirmed,
  }),
  scenario(
    412,
    error(
      'Account {{account}} is suspended, possibly due to reaching the monthly spending limit or failure to pay past invoices. Please go to https://fireworks.ai/account/billing for more information.',
      'PRECONDITION_FAILED',
    ),
    { name: 'suspended', expectedVerdict: 'account_suspended' },
  ),
  scenario(412, error('Your account has insufficient credits.', 'PRECONDITION_FAILED'), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
    ...unconfirmed,
  }),
  scenario(404, missingModel.body, { name: 'model_not_found', expectedVerdict: 'model_not_found', ...unconfirmed }),
  scenario(500, error('Internal server error', 'INTERNAL'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { rockets: 3 }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(409, error('The fuse is wet.', 'FUSE'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const fireworks: Provider = {
  id: 'fireworks',
  name: 'Fireworks AI',
  host: 'api.fireworks.ai',
  basePath: '/inference/v1',
  environmentVariable: 'FIREWORKS_API_KEY',
  formats: { api: { mint: () => `fw_${randomText('alphanumeric', 24)}`, pattern: /^fw_[A-Za-z0-9]{20,}$/ } },
  presented: presentedKey,
  headers: { 'content-type': 'application/json', 'x-request-id': '{{requestId}}', server: 'cloudflare' },
  requestId: () => randomText('hex', 32),
  noKey: { status: 401, body: error('Missing API key.', 'UNAUTHORIZED') },
  notFound: { status: 404, body: error('Path not found', 'NOT_FOUND') },
  routes: openaiDialect({
    models: ['accounts/fireworks/models/llama-v3p3-70b-instruct', 'accounts/fireworks/models/deepseek-v3p1'],
    ownedBy: 'fireworks',
    missingModel,
  }),
  scenarios,
}
