import type { AnswerCase } from '../answer-cases.ts'

const error = (message: string, type: string, code: string | null = null) => ({
  object: 'error',
  message,
  type,
  param: null,
  code,
})

export const MISTRAL_CASES: AnswerCase[] = [
  [
    'mistral',
    'paired',
    200,
    {
      object: 'list',
      data: [{ id: 'mistral-small-latest', object: 'model', owned_by: 'mistralai', capabilities: {} }],
    },
  ],
  ['mistral', 'key_invalid', 401, { detail: 'Unauthorized' }],
  ['mistral', 'key_invalid', 401, { message: 'Unauthorized', request_id: 'c61f2f15' }],
  ['mistral', 'key_invalid', 401, { detail: 'Invalid API Key' }],
  ['mistral', 'key_invalid', 401, error('No valid credentials.', 'authentication_error')],
  ['mistral', 'key_expired', 401, error('This API key has expired.', 'authentication_error')],
  ['mistral', 'key_revoked', 401, error('The API key was revoked.', 'authentication_error')],
  [
    'mistral',
    'paired_limited',
    403,
    error('Workspace permissions do not give access to this model.', 'invalid_request_error'),
  ],
  ['mistral', 'unexpected_response', 403, { detail: 'Forbidden' }],
  ['mistral', 'rate_limited', 429, { message: 'Requests rate limit exceeded' }, { 'Retry-After': '2' }],
  [
    'mistral',
    'rate_limited',
    429,
    error('Service tier capacity exceeded for this model.', 'service_tier_capacity_exceeded', '3505'),
  ],
  ['mistral', 'quota_or_billing', 402, { detail: 'Payment Required' }],
  ['mistral', 'model_not_found', 400, error('Invalid model: mistral-none', 'invalid_model', '1500')],
  ['mistral', 'base_url_wrong', 404, { message: 'no Route matched with those values' }],
  ['mistral', 'provider_outage', 503, { message: 'Unauthorized' }],
  ['mistral', 'provider_outage', 502, '<html><head><title>502 Bad Gateway</title></head><body></body></html>'],
  ['mistral', 'block_page', 401, '<html><body>Unauthorized</body></html>'],
  ['mistral', 'unexpected_response', 401, { wind: 'north' }],
  ['mistral', 'unexpected_response', 200, { object: 'list', models: 3 }],
  [
    'mistral',
    'quota_or_billing',
    429,
    {
      object: 'error',
      message: 'You have reached your monthly usage limit. Please upgrade your plan.',
      type: 'usage_limit',
    },
  ],
]
