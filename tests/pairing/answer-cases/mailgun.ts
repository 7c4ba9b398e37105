import type { AnswerCase } from '../answer-cases.ts'

const item = (state: string, is_disabled = state === 'disabled') => ({
  name: `${state}.example.com`,
  state,
  is_disabled,
})

export const MAILGUN_CASES: AnswerCase[] = [
  ['mailgun', 'paired', 200, { total_count: 0, items: [] }],
  ['mailgun', 'paired', 200, { items: [item('unverified')], total_count: 1 }],
  ['mailgun', 'paired', 200, { items: [item('disabled'), item('active')], total_count: 2 }],
  ['mailgun', 'account_suspended', 200, { items: [item('disabled'), item('active', true)], total_count: 2 }],
  ['mailgun', 'unexpected_response', 200, { items: [] }],
  ['mailgun', 'unexpected_response', 200, { total_count: 3 }],
  ['mailgun', 'key_invalid', 401, 'Forbidden', { 'WWW-Authenticate': 'Basic realm="MG API"' }],
  ['mailgun', 'key_invalid', 401, '"Forbidden"'],
  ['mailgun', 'key_invalid', 401, { message: 'INVALID PRIVATE KEY' }],
  ['mailgun', 'key_invalid', 401, { message: 'Unauthorized' }],
  ['mailgun', 'paired_limited', 403, { message: 'Access denied for this role' }],
  ['mailgun', 'account_suspended', 403, { message: 'The account is disabled' }],
  ['mailgun', 'block_page', 403, 'Access Denied by policy of the office'],
  ['mailgun', 'block_page', 401, '<html><title>401 Forbidden</title></html>'],
  ['mailgun', 'rate_limited', 429, { message: 'Invalid private key' }],
  ['mailgun', 'provider_outage', 502, 'Forbidden'],
  ['mailgun', 'unexpected_response', 401, { message: 'The pigeon is asleep' }],
  ['mailgun', 'unexpected_response', 403, { pigeon: 'asleep' }],
  ['mailgun', 'base_url_wrong', 404, '404 page not found'],
]
