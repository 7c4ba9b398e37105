import type { AnswerCase } from '../answer-cases.ts'

const error = (status: number, code: number, message: string) => ({
  code,
  detail: '',
  message,
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status,
})

export const TWILIO_CASES: AnswerCase[] = [
  ['twilio', 'paired', 200, { sid: 'AC1', status: 'active', type: 'Trial', friendly_name: 'x', auth_token: null }],
  ['twilio', 'paired', 200, { currency: 'EUR', account_sid: 'AC1', balance: '-3.20' }],
  ['twilio', 'account_suspended', 200, { sid: 'AC1', type: 'Full', status: 'closed' }],
  ['twilio', 'unexpected_response', 200, { sid: 'AC1' }],
  ['twilio', 'unexpected_response', 200, { sid: 'SM1', status: 'active' }],
  ['twilio', 'unexpected_response', 200, { balance: 4 }],
  ['twilio', 'key_invalid', 401, error(401, 20003, 'AUTHENTICATE')],
  ['twilio', 'key_invalid', 401, error(401, 20003, 'Authentication Error - invalid username')],
  ['twilio', 'key_invalid', 401, { message: 'Authenticate', status: 401 }],
  ['twilio', 'quota_or_billing', 403, error(403, 20003, 'This Feature is NOT available on a trial account')],
  ['twilio', 'account_suspended', 401, error(401, 20005, 'Account not active')],
  ['twilio', 'account_suspended', 403, error(403, 20403, 'Forbidden')],
  ['twilio', 'account_suspended', 400, error(400, 10001, 'Account is not active')],
  ['twilio', 'wrong_environment', 403, error(403, 20008, 'Resource not accessible with Test Account Credentials')],
  ['twilio', 'paired_limited', 403, error(403, 70051, 'Permission denied')],
  ['twilio', 'rate_limited', 429, error(429, 20429, 'Too Many Requests')],
  ['twilio', 'rate_limited', 429, error(429, 20003, 'Authenticate')],
  ['twilio', 'base_url_wrong', 404, error(404, 20404, 'The requested resource /2011-01-01/Accounts was not found')],
  ['twilio', 'provider_outage', 503, error(503, 20503, 'Service unavailable')],
  ['twilio', 'provider_outage', 500, error(500, 20003, 'Authenticate')],
  ['twilio', 'unexpected_response', 401, { code: 29999, message: 'Line tangled', status: 401 }],
  ['twilio', 'block_page', 401, '<html><body>Authenticate</body></html>'],
  [
    'twilio',
    'account_suspended',
    403,
    { code: 20005, message: 'Account not active', more_info: 'https://www.twilio.com/docs/errors/20005', status: 403 },
  ],
  [
    'twilio',
    'paired_limited',
    403,
    { code: 20006, message: 'Access denied', more_info: 'https://www.twilio.com/docs/errors/20006', status: 403 },
  ],
]
