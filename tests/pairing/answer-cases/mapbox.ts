import type { AnswerCase } from '../answer-cases.ts'

const about = (code: string, token: object = { user: 'x', usage: 'pk' }) => ({ token, code })

export const MAPBOX_CASES: AnswerCase[] = [
  ['mapbox', 'paired', 200, about('TokenValid')],
  [
    'mapbox',
    'paired',
    200,
    about('TokenValid', { user: 'x', scopes: ['styles:read'], expires: '2030-01-01T00:00:00Z' }),
  ],
  ['mapbox', 'unexpected_response', 200, about('TokenValid', {})],
  ['mapbox', 'unexpected_response', 200, about('TokenDreaming')],
  ['mapbox', 'key_invalid', 200, { code: 'TokenInvalid' }],
  ['mapbox', 'key_invalid', 200, { code: 'TokenMalformed' }],
  ['mapbox', 'key_invalid', 422, { code: 'tokenMalformed' }],
  ['mapbox', 'key_invalid', 401, { message: 'Not Authorized - Invalid Token' }],
  ['mapbox', 'key_expired', 200, about('TokenExpired', { usage: 'tk', user: 'x' })],
  ['mapbox', 'key_revoked', 200, about('TokenRevoked')],
  ['mapbox', 'paired_limited', 403, { message: 'Forbidden' }],
  ['mapbox', 'paired_limited', 403, { message: 'Token is not valid for this URL' }],
  ['mapbox', 'rate_limited', 429, { message: 'Too Many Requests' }],
  ['mapbox', 'rate_limited', 429, about('TokenRevoked')],
  ['mapbox', 'provider_outage', 503, about('TokenInvalid')],
  ['mapbox', 'base_url_wrong', 404, { message: 'Not Found' }],
  ['mapbox', 'unexpected_response', 422, { message: 'access token is required' }],
  ['mapbox', 'key_invalid', 401, { message: 'Unauthorized' }],
  ['mapbox', 'unexpected_response', 401, { message: 'The map is folded' }],
  ['mapbox', 'block_page', 200, '<html><body>TokenValid</body></html>'],
]
