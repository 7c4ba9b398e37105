import type { AnswerCase } from '../answer-cases.ts'

export const COHERE_CASES: AnswerCase[] = [
  ['cohere', 'paired', 200, { valid: true, organization_id: 'o', owner_id: 'w' }],
  ['cohere', 'paired', 200, { valid: true }],
  ['cohere', 'key_invalid', 200, { valid: false, organization_id: '' }],
  ['cohere', 'unexpected_response', 200, { organization_id: 'o' }],
  ['cohere', 'unexpected_response', 200, { valid: 'true' }],
  ['cohere', 'key_invalid', 401, { message: 'Invalid API token' }],
  ['cohere', 'key_invalid', 401, { id: '1f2e', message: 'invalid api token' }],
  ['cohere', 'unexpected_response', 401, { message: 'no API key supplied' }],
  ['cohere', 'key_expired', 401, { message: 'Your API key has expired. Please create a production key.' }],
  ['cohere', 'quota_or_billing', 402, { message: 'Please add your payment method to continue.' }],
  [
    'cohere',
    'quota_or_billing',
    402,
    { message: 'Maximum Billing reached for this API key as set in your dashboard.' },
  ],
  [
    'cohere',
    'quota_or_billing',
    429,
    { message: 'You are using a trial key, which is limited to 1,000 API calls / month.' },
  ],
  [
    'cohere',
    'rate_limited',
    429,
    {
      message:
        'You are using a Trial key, which is limited to 40 API calls / minute. You can continue to use the Trial key for free.',
    },
  ],
  ['cohere', 'rate_limited', 429, { message: 'trial token rate limit exceeded, limit is 100000 tokens per minute' }],
  ['cohere', 'rate_limited', 429, { message: 'invalid api token' }],
  [
    'cohere',
    'model_not_found',
    404,
    { message: "Model 'command-z' not found, make sure you have access to the model." },
  ],
  ['cohere', 'base_url_wrong', 404, '404 page not found'],
  ['cohere', 'api_version_unsupported', 400, { message: 'Invalid API version was passed in' }],
  ['cohere', 'provider_outage', 500, { message: 'invalid api token' }],
  ['cohere', 'block_page', 403, '<html><title>Access denied</title></html>'],
  ['cohere', 'unexpected_response', 401, { reef: 'closed' }],
  ['cohere', 'unexpected_response', 499, { message: 'request cancelled' }],
]
