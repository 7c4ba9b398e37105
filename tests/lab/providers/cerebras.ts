import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'
import { openaiDialect } from './openai-dialect.ts'

/** The statuses 401 and 403 are known from scanners that test keys; the bodies are reported ones. */
const scenario = scenarioOf('betterleaks rules (bl): status; wording as reported')

const error = (message: string, type: string, param: string | null, code: string): Json => ({
  message,
  type,
  param,
  code,
  id: '',
})

const wrong = error('Wrong API Key', 'invalid_request_error', 'api_key', 'wrong_api_key')
const missingModel = {
  status: 404,
  body: error(
    'Model {{model}} does not exist or you do not have access to it.',
    'not_found_error',
    'model',
    'model_not_found',
  ),
}

const scenarios: Scenario[] = [
  scenario(401, wrong, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(403, wrong, { name: 'invalid_403', expectedVerdict: 'key_invalid' }),
  scenario(401, wrong, {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
    ...unconfirmed,
  }),
  scenario(401, wrong, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(
    403,
    error('You do not have permission to use this model.', 'permission_error', 'model', 'permission_denied'),
    {
      name: 'missing_permission',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'model',
    },
  ),
  scenario(403, '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>', {
    name: 'challenge',
    expectedVerdict: 'block_page',
    headers: { 'content-type': 'text/html; charset=UTF-8' },
    ...unconfirmed,
  }),
  scenario(
    429,
    error(
      'Requests per minute limit exceeded - too many requests sent.',
      'too_many_requests_error',
      'quota',
      'request_quota_exceeded',
    ),
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: { 'x-ratelimit-remaining-requests-day': '0', 'x-ratelimit-limit-requests-day': '14400' },
      ...unconfirmed,
    },
  ),
  scenario(
    402,
    error('Payment required to access this resource.', 'payment_required_error', null, 'payment_required'),
    {
      name: 'billing',
      expectedVerdict: 'quota_or_billing',
      ...unconfirmed,
    },
  ),
  scenario(404, missingModel.body, { name: 'model_not_found', expectedVerdict: 'model_not_found', ...unconfirmed }),
  scenario(503, error('We are experiencing high traffic.', 'server_error', 'queue', 'queue_exceeded'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { wafers: 1 }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(409, error('The wafer is chipped.', 'wafer_error', null, 'wafer_1'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const cerebras: Provider = {
  id: 'cerebras',
  name: 'Cerebras',
  host: 'api.cerebras.ai',
  basePath: '/v1',
  environmentVariable: 'CEREBRAS_API_KEY',
  formats: {
    api: { mint: () => `csk-${randomText('alphanumeric', 48).toLowerCase()}`, pattern: /^csk-[a-z0-9]{48}$/ },
  },
  presented: presentedKey,
  headers: { 'content-type': 'application/json', server: 'cloudflare', 'cf-ray': '{{requestId}}-FRA' },
  requestId: () => randomText('hex', 16),
  noKey: { status: 401, body: error('Missing API Key', 'invalid_request_error', 'api_key', 'missing_api_key') },
  notFound: { status: 404, body: error('Unknown request URL', 'not_found_error', null, 'not_found') },
  routes: openaiDialect({ models: ['llama3.1-8b', 'gpt-oss-120b'], ownedBy: 'Cerebras', missingModel }),
  scenarios,
}
