import type { AnswerCase } from '../answer-cases.ts'
import { htmlPage } from './html-page.ts'

const id = 'elevenlabs'
const old = (status: string, message = 'Sorry.') => ({ detail: { status, message } })
const recent = (type: string, code: string, message: string, status = code) => ({
  detail: { type, code, message, status, request_id: 'req_1', param: null },
})

export const ELEVENLABS_CASES: AnswerCase[] = [
  [id, 'paired', 200, { user_id: 'u1', subscription: { tier: 'free', character_count: 0, character_limit: 10000 } }],
  [id, 'paired', 200, { subscription: { tier: 'creator', status: 'active' }, first_name: '', is_new_user: true }],
  [id, 'unexpected_response', 200, { subscription: null }],
  [id, 'unexpected_response', 200, [{ model_id: 'eleven_v3' }]],
  [id, 'key_invalid', 401, old('invalid_api_key', 'Invalid API key')],
  [id, 'key_invalid', 400, old('invalid_api_key')],
  [id, 'key_invalid', 401, recent('authentication_error', 'invalid_api_key', 'Invalid API key')],
  [id, 'key_invalid', 401, old('INVALID_API_KEY', 'INVALID API KEY')],
  [
    id,
    'paired_limited',
    401,
    recent(
      'authentication_error',
      'unauthorized',
      'The API key you used is missing the permission user_read to execute this operation.',
      'missing_permissions',
    ),
  ],
  [id, 'paired_limited', 403, old('missing_permissions', 'text_to_speech')],
  [id, 'paired_limited', 401, old('missing_permissions')],
  [id, 'quota_or_billing', 401, old('quota_exceeded', 'You have 0 credits remaining.')],
  [id, 'quota_or_billing', 400, old('quota_exceeded')],
  [id, 'quota_or_billing', 402, recent('payment_error', 'paid_plan_required', 'Free users cannot use this voice.')],
  [id, 'quota_or_billing', 403, old('only_for_creator+', 'This is for Creator+ only.')],
  [id, 'quota_or_billing', 403, old('invalid_subscription', 'Your subscription does not include projects.')],
  [id, 'account_suspended', 401, old('detected_unusual_activity')],
  [id, 'rate_limited', 429, old('too_many_concurrent_requests')],
  [id, 'rate_limited', 429, recent('rate_limit_error', 'concurrent_limit_exceeded', 'Too many concurrent requests.')],
  [id, 'rate_limited', 429, old('system_busy', 'We are experiencing heavy traffic.')],
  [id, 'rate_limited', 429, old('invalid_api_key', 'Invalid API key')],
  [id, 'unexpected_response', 401, old('needs_authorization', 'Neither authorization header nor xi-api-key received.')],
  [id, 'unexpected_response', 401, old('voice_of_the_day')],
  [id, 'base_url_wrong', 404, { detail: 'Not Found' }],
  [id, 'provider_outage', 500, old('internal_server_error')],
  [id, 'provider_outage', 503, old('invalid_api_key', 'Invalid API key')],
  [id, 'block_page', 401, htmlPage('401 Unauthorized')],
  [
    'elevenlabs',
    'quota_or_billing',
    401,
    {
      detail: {
        status: 'payment_issue',
        message: 'Your subscription has a failed or incomplete payment. Complete the latest invoice to continue usage.',
      },
    },
  ],
]
