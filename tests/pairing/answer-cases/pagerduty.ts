import type { AnswerCase } from '../answer-cases.ts'

const error = (code: number, message: string, errors: string[] = []) => ({ error: { message, code, errors } })

export const PAGERDUTY_CASES: AnswerCase[] = [
  ['pagerduty', 'paired', 200, { abilities: [] }],
  ['pagerduty', 'paired', 200, { abilities: ['sso', 'coordinated_responding'] }],
  ['pagerduty', 'unexpected_response', 200, { abilities: { sso: true } }],
  ['pagerduty', 'unexpected_response', 200, { users: [] }],
  ['pagerduty', 'key_invalid', 401, 'HTTP Token: Access denied.', { 'WWW-Authenticate': 'Token realm="Application"' }],
  ['pagerduty', 'key_invalid', 401, '401 Unauthorized'],
  ['pagerduty', 'key_invalid', 401, ''],
  ['pagerduty', 'key_invalid', 401, error(2006, 'Invalid API key')],
  ['pagerduty', 'unexpected_response', 401, '', { 'www-authenticate': 'Negotiate' }],
  ['pagerduty', 'unexpected_response', 401, 'Unauthorized', { 'www-authenticate': 'Basic realm="office"' }],
  ['pagerduty', 'block_page', 401, '<html><h1>401 Unauthorized</h1></html>'],
  ['pagerduty', 'paired_limited', 403, error(2010, 'Access Denied', ['The key is read-only'])],
  ['pagerduty', 'paired_limited', 403, { error: { message: 'You are not permitted to do this' } }],
  ['pagerduty', 'block_page', 403, 'Access denied by the office'],
  ['pagerduty', 'quota_or_billing', 402, error(2014, 'The account lacks this ability')],
  ['pagerduty', 'quota_or_billing', 402, { message: 'x' }],
  ['pagerduty', 'account_suspended', 401, error(2008, 'Account Locked')],
  ['pagerduty', 'rate_limited', 429, error(2020, 'Rate Limit Exceeded')],
  ['pagerduty', 'rate_limited', 429, 'HTTP Token: Access denied.'],
  ['pagerduty', 'provider_outage', 504, ''],
  ['pagerduty', 'unexpected_response', 401, error(9999, 'The pager is at home')],
  ['pagerduty', 'key_invalid', 401, '"unauthorized"'],
]
