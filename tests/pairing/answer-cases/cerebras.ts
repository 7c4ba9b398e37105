import type { AnswerCase } from '../answer-cases.ts'

const error = (message: string, type: string, code: string) => ({ message, type, param: null, code })

export const CEREBRAS_CASES: AnswerCase[] = [
  [
    'cerebras',
    'paired',
    200,
    { object: 'list', data: [{ id: 'gpt-oss-120b', object: 'model', owned_by: 'Cerebras' }] },
  ],
  ['cerebras', 'unexpected_response', 200, { data: [{ id: 'gpt-oss-120b', object: 'model' }] }],
  ['cerebras', 'key_invalid', 401, error('Wrong API Key', 'invalid_request_error', 'wrong_api_key')],
  ['cerebras', 'key_invalid', 403, error('wrong api key', 'invalid_request_error', 'WRONG_API_KEY')],
  ['cerebras', 'key_invalid', 401, { error: { message: 'Invalid API key' } }],
  ['cerebras', 'key_expired', 401, error('This API key expired.', 'invalid_request_error', 'wrong_api_key')],
  ['cerebras', 'unexpected_response', 401, error('Missing API Key', 'invalid_request_error', 'missing_api_key')],
  ['cerebras', 'paired_limited', 403, error('You are not authorized for this model.', 'permission_error', 'denied')],
  ['cerebras', 'quota_or_billing', 402, error('Payment required to access this resource.', 'x', 'payment_required')],
  [
    'cerebras',
    'rate_limited',
    429,
    error(
      'Tokens per day limit exceeded - too many tokens processed.',
      'too_many_tokens_error',
      'token_quota_exceeded',
    ),
  ],
  ['cerebras', 'rate_limited', 429, error('Wrong API Key', 'invalid_request_error', 'wrong_api_key')],
  ['cerebras', 'model_not_found', 404, error('Model x does not exist or you have no access.', 'not_found_error', 'y')],
  ['cerebras', 'provider_outage', 503, error('Wrong API Key', 'invalid_request_error', 'wrong_api_key')],
  ['cerebras', 'block_page', 403, '<html><title>Just a moment...</title></html>', { 'cf-ray': '9a1f-FRA' }],
  ['cerebras', 'unexpected_response', 401, { wafer: 1 }],
  ['cerebras', 'unexpected_response', 403, { message: 'Forbidden' }],
]
