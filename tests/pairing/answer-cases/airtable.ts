import type { AnswerCase } from '../answer-cases.ts'
import { htmlPage } from './html-page.ts'

const id = 'airtable'
const error = (type: string, message = 'Sorry.') => ({ error: { type, message } })
const listed = (word: string, message = 'Sorry.') => ({ errors: [{ error: word, message }] })

export const AIRTABLE_CASES: AnswerCase[] = [
  [id, 'paired', 200, { id: 'usrAbcdefghijklmn' }],
  [id, 'paired', 200, { id: 'usrAbcdefghijklmn', email: 'ada@example.com', scopes: ['data.records:read'] }],
  [id, 'unexpected_response', 200, { id: 'recAbcdefghijklmn' }],
  [id, 'unexpected_response', 200, { bases: [] }],
  [id, 'key_invalid', 401, error('AUTHENTICATION_REQUIRED', 'Authentication required')],
  [id, 'key_invalid', 401, error('authentication_required')],
  [id, 'key_invalid', 401, listed('AUTHENTICATION_REQUIRED', 'Authentication required')],
  [id, 'key_invalid', 401, error('UNAUTHORIZED', 'Invalid authentication token')],
  [id, 'unexpected_response', 401, error('CLOUDY')],
  [id, 'paired_limited', 403, error('NOT_AUTHORIZED', 'You are not authorized to perform this operation')],
  [id, 'paired_limited', 403, error('INVALID_PERMISSIONS')],
  [
    id,
    'paired_limited',
    403,
    error('INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND', 'Invalid permissions, or the requested model was not found.'),
  ],
  [id, 'paired_limited', 404, error('INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND')],
  [id, 'rate_limited', 429, listed('RATE_LIMIT_REACHED', 'Rate limit exceeded. Please try again later')],
  [id, 'rate_limited', 429, error('TOO_MANY_REQUESTS')],
  [id, 'rate_limited', 429, error('AUTHENTICATION_REQUIRED', 'Authentication required')],
  [id, 'quota_or_billing', 429, listed('PUBLIC_API_BILLING_LIMIT_EXCEEDED', 'API billing plan limit exceeded.')],
  [id, 'quota_or_billing', 429, { error: { message: 'API billing plan limit exceeded. Upgrade.' } }],
  [id, 'base_url_wrong', 404, { error: 'NOT_FOUND' }],
  [id, 'unexpected_response', 422, error('INVALID_REQUEST_UNKNOWN', 'Invalid request: parameter validation failed.')],
  [id, 'provider_outage', 503, listed('SERVICE_UNAVAILABLE')],
  [id, 'provider_outage', 500, error('AUTHENTICATION_REQUIRED')],
  [id, 'provider_outage', 502, htmlPage('502 Bad Gateway', 'Tengine')],
  [id, 'block_page', 200, htmlPage('Blocked by your administrator')],
]
