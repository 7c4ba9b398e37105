import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('https://developers.deepgram.com/docs/errors (dg-err)')

const error = (code: string, message: string): Json => ({
  err_code: code,
  err_msg: message,
  request_id: '{{requestId}}',
})
const invalid = error('INVALID_AUTH', 'Invalid credentials.')
const forbidden = error('INSUFFICIENT_PERMISSIONS', 'User does not have sufficient permissions to perform this action.')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
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
  scenario(403, forbidden, {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'project:read',
  }),
  scenario(401, error('INSUFFICIENT_PERMISSIONS', 'Project does not have access to the requested model.'), {
    name: 'model_not_granted',
    expectedVerdict: 'paired_limited',
  }),
  scenario(429, error('TOO_MANY_REQUESTS', 'Too many requests. Please try again later'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
  }),
  scenario(
    402,
    error(
      'ASR_PAYMENT_REQUIRED',
      'Project does not have enough credits for an ASR request and does not have an overage agreement.',
    ),
    { name: 'billing', expectedVerdict: 'quota_or_billing' },
  ),
  scenario(
    404,
    error('PROJECT_NOT_FOUND', 'Either the requested project was not found or you do not have sufficient permissions.'),
    { name: 'other_project', expectedVerdict: 'wrong_environment' },
  ),
  scenario(500, error('INTERNAL_SERVER_ERROR', 'An unexpected error occurred.'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { transcript: 'hm' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(400, error('TONE_DEAF', 'The listener is tone deaf.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const deepgram: Provider = {
  id: 'deepgram',
  name: 'Deepgram',
  host: 'api.deepgram.com',
  basePath: '/v1',
  environmentVariable: 'DEEPGRAM_API_KEY',
  formats: { api: { mint: () => randomText('hex', 40), pattern: /^[a-f0-9]{40}$/ } },
  proof: (key) => ({ path: '/projects', headers: { authorization: `Token ${key}` } }),
  presented: (call) => (/^token /i.test(call.headers.authorization ?? '') ? presentedKey(call) : undefined),
  headers: {
    'content-type': 'application/json',
    'dg-request-id': '{{requestId}}',
    vary: 'origin, access-control-request-method, access-control-request-headers',
  },
  requestId: () => [8, 4, 4, 4, 12].map((length) => randomText('hex', length)).join('-'),
  noKey: { status: 401, body: invalid },
  notFound: { status: 404, body: error('NOT_FOUND', 'The requested path was not found.') },
  routes: {
    'GET /projects': {
      answer: () => ({ status: 200, body: { projects: [{ project_id: 'lab-{{account}}', name: 'Lab' }] } }),
    },
    'GET /models': { isPublic: true, answer: () => ({ status: 200, body: { stt: [], tts: [] } }) },
  },
  scenarios,
}
