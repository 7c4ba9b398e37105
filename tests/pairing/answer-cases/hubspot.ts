import type { AnswerCase } from '../answer-cases.ts'

const error = (category: string, message: string, more: object = {}) => ({
  category,
  message,
  status: 'error',
  ...more,
})

export const HUBSPOT_CASES: AnswerCase[] = [
  ['hubspot', 'paired', 200, { portalId: 1, accountType: 'SANDBOX', dataHostingLocation: 'na1' }],
  ['hubspot', 'paired', 200, { accountType: 'APP_DEVELOPER', portalId: 62515, uiDomain: 'app.hubspot.com' }],
  ['hubspot', 'unexpected_response', 200, { portalId: '1' }],
  ['hubspot', 'unexpected_response', 200, { accountType: 'STANDARD' }],
  ['hubspot', 'key_invalid', 401, error('INVALID_AUTHENTICATION', 'x')],
  ['hubspot', 'key_invalid', 401, error('invalid_authentication', 'The access token is not known.')],
  ['hubspot', 'key_expired', 401, error('EXPIRED_AUTHENTICATION', 'x')],
  ['hubspot', 'key_expired', 401, { message: 'The OAuth token used to make this call expired 3 day(s) ago.' }],
  [
    'hubspot',
    'unexpected_response',
    401,
    error('INVALID_AUTHENTICATION', 'Authentication credentials not found. This API supports OAuth 2.0.'),
  ],
  ['hubspot', 'paired_limited', 403, error('MISSING_SCOPES', 'x', { context: { missingScopes: ['oauth'] } })],
  [
    'hubspot',
    'paired_limited',
    403,
    {
      message: 'This app hasn’t been granted all required scopes to make this call.',
      errors: [{ message: 'x', context: { requiredGranularScopes: ['crm.objects.deals.read'] } }],
    },
  ],
  ['hubspot', 'rate_limited', 429, error('RATE_LIMITS', 'You have reached your secondly limit.')],
  ['hubspot', 'rate_limited', 429, error('INVALID_AUTHENTICATION', 'x')],
  ['hubspot', 'provider_outage', 500, error('EXPIRED_AUTHENTICATION', 'x')],
  ['hubspot', 'base_url_wrong', 404, ''],
  ['hubspot', 'unexpected_response', 401, error('SPOT_TAKEN', 'The spot is taken')],
  ['hubspot', 'unexpected_response', 403, { spot: 'taken' }],
  ['hubspot', 'block_page', 401, '<html><body>INVALID_AUTHENTICATION</body></html>'],
  [
    'hubspot',
    'provider_outage',
    477,
    { status: 'error', message: 'This hub is currently being migrated between data hosting locations' },
  ],
]
