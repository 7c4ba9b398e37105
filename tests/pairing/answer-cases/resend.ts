import type { AnswerCase } from '../answer-cases.ts'

const error = (statusCode: number, name: string, message: string) => ({ name, message, statusCode })

export const RESEND_CASES: AnswerCase[] = [
  ['resend', 'paired', 200, { object: 'list', data: [] }],
  ['resend', 'paired', 200, { data: [{ id: 'd1', name: 'x.example', status: 'pending', region: 'us-east-1' }] }],
  ['resend', 'unexpected_response', 200, { data: [] }],
  ['resend', 'unexpected_response', 200, { object: 'list', data: [{ id: 'm1' }] }],
  [
    'resend',
    'paired_limited',
    401,
    error(401, 'restricted_api_key', 'This API key is restricted to only send emails.'),
  ],
  ['resend', 'paired_limited', 401, { message: 'this api key is RESTRICTED to only send emails' }],
  ['resend', 'paired_limited', 403, error(403, 'restricted_api_key', 'x')],
  ['resend', 'key_invalid', 400, error(400, 'validation_error', 'API key is invalid')],
  ['resend', 'key_invalid', 401, error(401, 'invalid_api_key', 'x')],
  ['resend', 'key_invalid', 403, error(403, 'INVALID_API_KEY', 'API KEY IS INVALID')],
  ['resend', 'unexpected_response', 401, error(401, 'missing_api_key', 'Missing API Key')],
  ['resend', 'quota_or_billing', 429, error(429, 'monthly_quota_exceeded', 'x')],
  ['resend', 'quota_or_billing', 429, { message: 'You have reached your daily email quota.' }],
  ['resend', 'rate_limited', 429, error(429, 'rate_limit_exceeded', '2 requests per second')],
  ['resend', 'rate_limited', 429, error(429, 'invalid_api_key', 'API key is invalid')],
  ['resend', 'wrong_environment', 403, error(403, 'validation_error', 'The x.example domain is not verified.')],
  ['resend', 'provider_outage', 500, error(500, 'application_error', 'API key is invalid')],
  ['resend', 'unexpected_response', 422, error(422, 'stamp_error', 'The stamp is upside down.')],
  ['resend', 'block_page', 401, '<html><body>API key is invalid</body></html>'],
  ['resend', 'base_url_wrong', 404, error(404, 'not_found', 'The requested endpoint does not exist')],
  ['resend', 'key_revoked', 403, { statusCode: 403, name: 'suspended_api_key', message: 'This API key is suspended' }],
  ['resend', 'key_revoked', 401, { statusCode: 401, name: 'suspended_api_key', message: 'API key suspended' }],
]
