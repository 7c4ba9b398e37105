import type { AnswerCase } from '../answer-cases.ts'

const error = (code: string, message: string, more: object = {}) => ({ error: { ...more, message, code } })
const user = (more: object) => ({ user: { username: 'ops', id: 'u1', email: 'ops@example.com', ...more } })

export const VERCEL_CASES: AnswerCase[] = [
  ['vercel', 'paired', 200, user({})],
  ['vercel', 'paired', 200, user({ softBlock: null, limited: true, defaultTeamId: 'team_1' })],
  ['vercel', 'quota_or_billing', 200, user({ softBlock: { reason: 'SUBSCRIPTION_EXPIRED', blockedAt: 1 } })],
  ['vercel', 'account_suspended', 200, user({ softBlock: { reason: 'FAIR_USE_LIMITS_EXCEEDED', blockedAt: 1 } })],
  ['vercel', 'unexpected_response', 200, { user: { username: 'ops' } }],
  ['vercel', 'unexpected_response', 200, { users: [] }],
  ['vercel', 'key_invalid', 403, error('forbidden', 'Not authorized', { invalidToken: true })],
  ['vercel', 'key_invalid', 401, error('not_authorized', 'No.', { invalidToken: true })],
  ['vercel', 'unexpected_response', 403, error('forbidden', 'Not authorized', { invalidToken: 'perhaps' })],
  ['vercel', 'unexpected_response', 403, error('forbidden', 'The request is missing an authentication token.')],
  [
    'vercel',
    'paired_limited',
    403,
    error('forbidden', 'Not authorized: Trying to access resource under scope "acme". Missing access to scope "acme".'),
  ],
  ['vercel', 'paired_limited', 403, error('forbidden', 'You don’t have permission to list the user.')],
  ['vercel', 'quota_or_billing', 402, error('payment_required', 'Pay first.')],
  ['vercel', 'rate_limited', 429, error('rate_limited', 'Too many requests')],
  ['vercel', 'rate_limited', 429, error('forbidden', 'Not authorized', { invalidToken: true })],
  ['vercel', 'provider_outage', 500, error('forbidden', 'Not authorized', { invalidToken: true })],
  ['vercel', 'base_url_wrong', 404, error('not_found', 'Not Found')],
  ['vercel', 'block_page', 403, '<!doctype html><title>Vercel Security Checkpoint</title><p>Please wait</p>'],
  ['vercel', 'unexpected_response', 403, error('triangle', 'The triangle is tilted.')],
  [
    'vercel',
    'block_page',
    429,
    '<!DOCTYPE html><html><head><title>Vercel Security Checkpoint</title></head><body><h1>Vercel Security Checkpoint</h1></body></html>',
    { 'x-vercel-mitigated': 'challenge' },
  ],
]
