import type { AnswerCase } from '../answer-cases.ts'

const error = (message: string, field: string | null = null) => ({ errors: [{ field, message }] })

export const SENDGRID_CASES: AnswerCase[] = [
  ['sendgrid', 'paired', 200, { scopes: ['mail.send', 'sender_verification_eligible'] }],
  ['sendgrid', 'unexpected_response', 200, { scopes: [] }],
  ['sendgrid', 'unexpected_response', 200, { scopes: 'mail.send' }],
  ['sendgrid', 'key_invalid', 401, error('The provided authorization grant is invalid, expired, or revoked')],
  ['sendgrid', 'key_invalid', 401, error('THE PROVIDED AUTHORIZATION GRANT IS INVALID, EXPIRED OR REVOKED')],
  ['sendgrid', 'key_invalid', 401, error('Permission denied, wrong credentials', 'authorization')],
  ['sendgrid', 'quota_or_billing', 401, error('Maximum credits exceeded')],
  ['sendgrid', 'quota_or_billing', 402, error('Payment required')],
  ['sendgrid', 'paired_limited', 403, error('Access Forbidden')],
  ['sendgrid', 'paired_limited', 403, { errors: [{ message: 'access forbidden', id: 'x' }], id: 'y' }],
  ['sendgrid', 'ip_not_allowed', 403, error('This IP address is not allowed')],
  ['sendgrid', 'account_suspended', 403, error('Account disabled')],
  ['sendgrid', 'rate_limited', 429, error('too many requests'), { 'X-RateLimit-Remaining': '0' }],
  ['sendgrid', 'rate_limited', 429, error('The provided authorization grant is invalid, expired, or revoked')],
  ['sendgrid', 'provider_outage', 500, error('access forbidden')],
  ['sendgrid', 'unexpected_response', 401, error('the mailbag is torn')],
  ['sendgrid', 'unexpected_response', 403, { letters: 'lost' }],
  ['sendgrid', 'block_page', 403, '<html><head><title>Access forbidden</title></head></html>'],
  ['sendgrid', 'base_url_wrong', 404, error('not found')],
  [
    'sendgrid',
    'account_suspended',
    401,
    { errors: [{ message: 'Authenticated user is not authorized to send mail', field: null, help: null }] },
  ],
]
