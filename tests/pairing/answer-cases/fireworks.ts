import type { AnswerCase } from '../answer-cases.ts'

const error = (message: string, code: string) => ({ error: { message, param: null, code, type: 'error' } })

export const FIREWORKS_CASES: AnswerCase[] = [
  ['fireworks', 'paired', 200, { object: 'list', data: [{ id: 'accounts/fireworks/models/x', object: 'model' }] }],
  ['fireworks', 'unexpected_response', 200, { object: 'list', data: 'none' }],
  ['fireworks', 'key_invalid', 401, error('The API key you provided is invalid.', 'UNAUTHORIZED')],
  ['fireworks', 'key_invalid', 403, error('Unauthorized', 'unauthorized')],
  ['fireworks', 'key_invalid', 401, { error: 'Invalid API key' }],
  ['fireworks', 'key_expired', 401, error('Your API key has expired.', 'UNAUTHORIZED')],
  ['fireworks', 'key_revoked', 401, error('This API key was deleted.', 'UNAUTHORIZED')],
  ['fireworks', 'paired_limited', 403, error('Caller lacks permission on accounts/acme.', 'PERMISSION_DENIED')],
  [
    'fireworks',
    'account_suspended',
    412,
    error('Account acme is suspended, possibly due to failure to pay past invoices.', 'PRECONDITION_FAILED'),
  ],
  ['fireworks', 'quota_or_billing', 412, error('Monthly spending limit exceeded.', 'PRECONDITION_FAILED')],
  ['fireworks', 'unexpected_response', 412, error('If-Match does not match.', 'PRECONDITION_FAILED')],
  ['fireworks', 'rate_limited', 429, error('Too many requests', 'RESOURCE_EXHAUSTED')],
  ['fireworks', 'quota_or_billing', 402, error('Payment required', 'PAYMENT_REQUIRED')],
  ['fireworks', 'model_not_found', 404, error('Model not found, inaccessible, and/or not deployed', 'NOT_FOUND')],
  ['fireworks', 'base_url_wrong', 404, error('Path not found', 'NOT_FOUND')],
  ['fireworks', 'provider_outage', 500, error('The API key you provided is invalid.', 'UNAUTHORIZED')],
  ['fireworks', 'block_page', 403, '<html><body>Blocked by your administrator</body></html>'],
  ['fireworks', 'unexpected_response', 401, { fuse: 'wet' }],
  [
    'fireworks',
    'key_invalid',
    403,
    { fault: { faultstring: 'Invalid ApiKey', detail: { errorcode: 'oauth.v2.InvalidApiKey' } } },
  ],
]
