import type { AnswerCase } from '../answer-cases.ts'

const detail = (text: string) => ({ detail: text })

export const SENTRY_CASES: AnswerCase[] = [
  ['sentry', 'paired', 200, { version: '0', auth: { scopes: ['org:ci'] }, user: null }],
  ['sentry', 'paired', 200, { user: { id: '1', name: 'x' }, auth: { scopes: [] }, version: '0' }],
  ['sentry', 'unexpected_response', 200, { version: '0', auth: null, user: null }],
  ['sentry', 'unexpected_response', 200, ''],
  ['sentry', 'key_invalid', 401, detail('Invalid token')],
  ['sentry', 'key_invalid', 401, detail('INVALID ORG TOKEN')],
  ['sentry', 'key_invalid', 401, detail('Invalid token header. No credentials provided.')],
  ['sentry', 'key_expired', 401, detail('Token expired')],
  ['sentry', 'unexpected_response', 401, detail('Authentication credentials were not provided.')],
  ['sentry', 'account_suspended', 401, detail('UserApplication inactive or deleted')],
  ['sentry', 'paired_limited', 403, detail('You do not have permission to perform this action.')],
  ['sentry', 'paired_limited', 401, detail('Unauthorized organization access.')],
  ['sentry', 'rate_limited', 429, detail('You are attempting to use this endpoint too frequently.')],
  ['sentry', 'rate_limited', 429, detail('Invalid token')],
  ['sentry', 'base_url_wrong', 404, detail('The requested resource does not exist')],
  ['sentry', 'provider_outage', 500, detail('Token expired')],
  ['sentry', 'unexpected_response', 401, detail('The watchman sleeps')],
  ['sentry', 'unexpected_response', 403, {}],
  ['sentry', 'block_page', 403, '<html><body>You do not have permission</body></html>'],
  [
    'sentry',
    'paired_limited',
    401,
    { detail: { code: 'sso-required', message: 'Must login via SSO', extra: { loginUrl: 'x' } } },
  ],
  [
    'sentry',
    'paired_limited',
    401,
    { detail: { code: '2fa-required', message: 'Organization requires two-factor authentication to be enabled' } },
  ],
]
