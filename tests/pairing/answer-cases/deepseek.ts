import type { AnswerCase } from '../answer-cases.ts'

const error = (message: string, type = 'invalid_request_error') => ({
  error: { message, type, param: null, code: 'invalid_request_error' },
})

export const DEEPSEEK_CASES: AnswerCase[] = [
  ['deepseek', 'paired', 200, { is_available: true, balance_infos: [{ currency: 'USD', total_balance: '3.10' }] }],
  ['deepseek', 'paired', 200, { is_available: true, balance_infos: [] }],
  ['deepseek', 'quota_or_billing', 200, { is_available: false, balance_infos: [] }],
  ['deepseek', 'unexpected_response', 200, { is_available: false }],
  ['deepseek', 'unexpected_response', 200, { object: 'list', data: [{ id: 'deepseek-chat', object: 'model' }] }],
  ['deepseek', 'key_invalid', 401, error('Authentication Fails (no such user)', 'authentication_error')],
  ['deepseek', 'key_invalid', 401, error('AUTHENTICATION FAILS, your API key: ****1234 is invalid')],
  ['deepseek', 'key_invalid', 401, { error: { message: 'No.', type: 'authentication_error' } }],
  ['deepseek', 'key_expired', 401, error('Authentication Fails: the api key has expired', 'authentication_error')],
  ['deepseek', 'unexpected_response', 401, error('Authentication Fails (governor)', 'authentication_error')],
  ['deepseek', 'quota_or_billing', 402, error('Insufficient Balance', 'unknown_error')],
  ['deepseek', 'quota_or_billing', 402, { error: { message: 'Please top up.' } }],
  ['deepseek', 'rate_limited', 429, error('Rate limit reached for your account', 'rate_limit_error')],
  ['deepseek', 'rate_limited', 429, error('Authentication Fails', 'authentication_error')],
  ['deepseek', 'model_not_found', 400, error('Model Not Exist')],
  ['deepseek', 'unexpected_response', 422, error('Invalid Parameters')],
  ['deepseek', 'base_url_wrong', 404, ''],
  ['deepseek', 'provider_outage', 503, error('Server Overloaded', 'authentication_error')],
  ['deepseek', 'block_page', 401, '<html><body>Authentication Fails</body></html>'],
  ['deepseek', 'unexpected_response', 401, { tide: 'out' }],
]
