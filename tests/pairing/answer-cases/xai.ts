import type { AnswerCase } from '../answer-cases.ts'

const error = (code: string, message: string) => ({ code, error: message })
const key = (marks: object) => ({
  team_id: 't',
  api_key_id: 'k',
  acls: ['api-key:model:*'],
  team_blocked: false,
  api_key_blocked: false,
  ...marks,
})
const DENIED = 'The caller does not have permission to execute the specified operation'

export const XAI_CASES: AnswerCase[] = [
  ['xai', 'paired', 200, key({ api_key_disabled: false })],
  ['xai', 'key_revoked', 200, key({ api_key_blocked: true })],
  ['xai', 'key_revoked', 200, key({ api_key_disabled: true })],
  ['xai', 'key_revoked', 200, key({ disabled: true })],
  ['xai', 'account_suspended', 200, key({ team_blocked: true })],
  ['xai', 'account_suspended', 200, key({ team_blocked: true, api_key_blocked: true })],
  ['xai', 'unexpected_response', 200, { api_key_disabled: true, team_blocked: true }],
  ['xai', 'unexpected_response', 200, { object: 'list', data: [] }],
  ['xai', 'key_invalid', 400, error('Client specified an invalid argument', 'Incorrect API key provided: sk***YA.')],
  ['xai', 'key_invalid', 401, error('Unauthenticated', 'incorrect API key provided')],
  [
    'xai',
    'key_invalid',
    400,
    'Incorrect API key provided: na***ys. You can obtain an API key from https://console.x.ai.',
  ],
  ['xai', 'key_expired', 400, error('x', 'Incorrect API key provided: this API key has expired.')],
  ['xai', 'unexpected_response', 401, error('Unauthenticated', 'No API key was provided.')],
  ['xai', 'unexpected_response', 400, error('Client specified an invalid argument', 'Argument not supported: stop')],
  ['xai', 'quota_or_billing', 403, error(DENIED, "Your team doesn't have any credits yet.")],
  ['xai', 'quota_or_billing', 429, error('Exhausted', 'Your team has used all available credits.')],
  ['xai', 'paired_limited', 403, error(DENIED, 'This API key does not have permission to use the model grok-4.')],
  ['xai', 'unexpected_response', 403, error(DENIED, 'Content violates usage guidelines.')],
  ['xai', 'rate_limited', 429, error('Some resource has been exhausted', 'Too many requests for team t.')],
  ['xai', 'model_not_found', 404, error('Not found', 'The model grok-0 does not exist or your team has no access.')],
  ['xai', 'provider_outage', 500, error('Internal', 'Incorrect API key provided')],
  ['xai', 'block_page', 403, '<html><title>Attention Required! | Cloudflare</title></html>', { server: 'cloudflare' }],
  ['xai', 'unexpected_response', 400, { orbit: 'low' }],
  [
    'xai',
    'paired_limited',
    403,
    {
      code: 'The caller does not have permission to execute the specified operation',
      error: 'Team is not authorized to perform this action.',
    },
  ],
]
