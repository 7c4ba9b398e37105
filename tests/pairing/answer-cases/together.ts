import type { AnswerCase } from '../answer-cases.ts'

const error = (message: string, type: string, code: string | null = null) => ({
  error: { message, type, param: null, code },
})

export const TOGETHER_CASES: AnswerCase[] = [
  ['together', 'paired', 200, [{ id: 'meta-llama/Llama-3.3-70B-Instruct-Turbo', object: 'model', type: 'chat' }]],
  ['together', 'paired', 200, { object: 'list', data: [{ id: 'a/b', object: 'model' }] }],
  ['together', 'unexpected_response', 200, []],
  ['together', 'unexpected_response', 200, [{ name: 'no id' }]],
  ['together', 'key_invalid', 401, error('Invalid API key provided.', 'invalid_request_error', 'invalid_api_key')],
  ['together', 'key_invalid', 401, { error: { message: 'x', code: 'INVALID_API_KEY' } }],
  ['together', 'key_expired', 401, error('Your API key has expired.', 'invalid_request_error', 'invalid_api_key')],
  ['together', 'unexpected_response', 401, error('Missing API key.', 'invalid_request_error', 'missing_api_key')],
  ['together', 'paired_limited', 403, error('Unauthorized', 'invalid_request_error')],
  ['together', 'quota_or_billing', 402, error('Credit limit exceeded', 'credit_limit')],
  ['together', 'rate_limited', 429, error('You have been rate limited.', 'credit_limit')],
  ['together', 'rate_limited', 429, error('Request was rejected.', 'dynamic_request_limited')],
  ['together', 'model_not_found', 404, error('The model x does not exist', 'invalid_request_error', 'model_not_found')],
  ['together', 'base_url_wrong', 404, error('Not found', 'invalid_request_error', 'not_found')],
  ['together', 'provider_outage', 503, error('Invalid API key provided', 'x', 'invalid_api_key')],
  [
    'together',
    'block_page',
    403,
    '<html><head><title>Just a moment...</title></head></html>',
    { server: 'cloudflare' },
  ],
  ['together', 'unexpected_response', 401, { hands: 2 }],
  [
    'together',
    'model_not_found',
    404,
    {
      error: {
        message:
          'Unable to access model x. Please visit https://api.together.ai/models to view the list of supported models.',
        type: 'invalid_request_error',
        code: 'model_not_available',
      },
    },
  ],
]
