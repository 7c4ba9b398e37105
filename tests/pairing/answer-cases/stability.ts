import type { AnswerCase } from '../answer-cases.ts'
import { htmlPage } from './html-page.ts'

const id = 'stability'
const v1 = (name: string, message: string) => ({ id: '35e2', message, name })
const v2 = (name: string, ...errors: string[]) => ({ errors, id: '35e2', name })

export const STABILITY_CASES: AnswerCase[] = [
  [id, 'paired', 200, { email: 'lab@example.com', id: 'user-1', organizations: [], profile_picture: '' }],
  [id, 'paired', 200, { email: 'lab@example.com', id: 'user-1', organizations: [{ id: 'org-1', is_default: true }] }],
  [id, 'unexpected_response', 200, { credits: 24.5 }],
  [id, 'unexpected_response', 200, [{ id: 'stable-diffusion-v1-6', type: 'PICTURE' }]],
  [
    id,
    'key_invalid',
    401,
    v1('unauthorized', 'Incorrect API key provided: sk-n***z. You can find yours at stability.ai.'),
  ],
  [id, 'key_invalid', 401, v2('unauthorized', 'authorization: invalid or missing header value')],
  [id, 'key_invalid', 401, v2('unauthorized', 'authorization: authorization: invalid or missing header value')],
  [id, 'key_invalid', 401, v1('Unauthorized', 'No.')],
  [id, 'unexpected_response', 401, v1('unauthorized', 'missing authorization header')],
  [id, 'unexpected_response', 401, v1('teapot', 'Short and stout.')],
  [id, 'quota_or_billing', 402, v2('payment_required', 'You lack sufficient credits to make this request.')],
  [id, 'quota_or_billing', 403, v2('payment_required', 'lacking credits')],
  [id, 'quota_or_billing', 429, v1('insufficient_balance', 'Your organization does not have enough balance.')],
  [id, 'paired_limited', 403, v1('permission_denied', 'You do not have access.')],
  [id, 'unexpected_response', 403, v2('content_moderation', 'Your request was flagged by our moderation system.')],
  [id, 'model_not_found', 404, v1('not_found', 'The specified engine (ID sd-9) was not found.')],
  [id, 'base_url_wrong', 404, v1('not_found', 'The path does not exist')],
  [id, 'rate_limited', 429, v2('rate_limit_exceeded', 'You have exceeded the rate limit of 150 requests.')],
  [id, 'rate_limited', 429, v1('unauthorized', 'Incorrect API key provided')],
  [id, 'provider_outage', 500, v2('internal_error', 'An unexpected server error has occurred.')],
  [id, 'provider_outage', 502, htmlPage('502 Bad Gateway')],
  [id, 'block_page', 403, htmlPage('Attention Required! | Cloudflare'), { 'cf-ray': '9a1-FRA', server: 'cloudflare' }],
  ['stability', 'account_suspended', 403, { id: 'x', name: 'forbidden', message: 'Your account has been suspended' }],
]
