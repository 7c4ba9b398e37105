import type { AnswerCase } from '../answer-cases.ts'
import { htmlPage } from './html-page.ts'

const id = 'linear'
const error = (extensions: object, message = 'Sorry.') => ({ errors: [{ message, path: ['viewer'], extensions }] })

export const LINEAR_CASES: AnswerCase[] = [
  [id, 'paired', 200, { data: { viewer: { id: 'u1', name: 'Ada', email: 'ada@example.com' } } }],
  [id, 'paired', 200, { data: { viewer: { id: 'u1' }, organization: { name: 'Lab' } } }],
  [id, 'unexpected_response', 200, { data: { viewer: null } }],
  [id, 'unexpected_response', 200, { data: { teams: { nodes: [] } } }],
  [
    id,
    'key_invalid',
    401,
    error({ type: 'authentication error', code: 'AUTHENTICATION_ERROR' }, 'Authentication required, not authenticated'),
  ],
  [id, 'key_invalid', 400, error({ type: 'authentication error' })],
  [id, 'key_invalid', 200, { ...error({ code: 'AUTHENTICATION_ERROR' }), data: null }],
  [id, 'key_invalid', 401, '{"errors":[{"message":"Not authenticated","extensions":{"code":"AUTHENTICATION_ERROR"'],
  [id, 'paired_limited', 403, error({ type: 'forbidden', code: 'FORBIDDEN' })],
  [id, 'paired_limited', 200, { ...error({ type: 'Forbidden' }), data: { viewer: { id: 'u1' }, organization: null } }],
  [id, 'rate_limited', 400, error({ type: 'ratelimited', code: 'RATELIMITED', statusCode: 429 })],
  [id, 'rate_limited', 429, error({ code: 'RATELIMITED' })],
  [id, 'rate_limited', 429, error({ type: 'authentication error', code: 'AUTHENTICATION_ERROR' })],
  [id, 'quota_or_billing', 400, error({ type: 'usage limit exceeded' })],
  [id, 'quota_or_billing', 200, error({ code: 'FEATURE_NOT_ACCESSIBLE' })],
  [id, 'unexpected_response', 400, error({ type: 'graphql error', code: 'GRAPHQL_VALIDATION_FAILED' })],
  [id, 'unexpected_response', 400, error({ type: 'invalid input', code: 'INPUT_ERROR' })],
  [id, 'unexpected_response', 401, error({ type: 'hearsay' })],
  [id, 'base_url_wrong', 404, 'Not Found'],
  [id, 'provider_outage', 200, error({ type: 'internal error', code: 'INTERNAL_SERVER_ERROR' })],
  [id, 'provider_outage', 500, error({ type: 'authentication error', code: 'AUTHENTICATION_ERROR' })],
  [id, 'provider_outage', 502, htmlPage('502 Bad Gateway')],
  [id, 'block_page', 403, htmlPage('Just a moment...'), { 'cf-ray': '9a1-FRA', server: 'cloudflare' }],
]
