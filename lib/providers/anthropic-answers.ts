import type { AnswerRule } from './provider.ts'

const ERRORS = 'https://platform.claude.com/docs/en/api/errors'

const error = (type: string, message: string) => ({ type: 'error', error: { type, message }, request_id: 'req_011C' })

/** Billing and disabled organisations come as 400 `invalid_request_error`: their words are read before the status. */
const refusals: AnswerRule[] = [
  {
    when: {
      status: [400, 401, 403],
      text: /\b(organi[sz]ation|account|workspace)\b.{0,40}\b(disabled|suspended|deactivated|banned)/i,
    },
    verdict: 'account_suspended',
    confidence: 'proven',
    says: 'the organisation behind this key has been disabled',
    source: 'observed answers (400, also 403)',
    example: { status: 400, body: error('invalid_request_error', 'This organization has been disabled.') },
  },
  {
    when: {
      status: [400, 402, 403],
      code: 'billing_error',
      text: /credit balance is too low|purchase credits|issue with your billing/i,
    },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the credit balance is too low, or the billing details need attention',
    source: ERRORS,
    example: {
      status: 400,
      body: error(
        'invalid_request_error',
        'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
      ),
    },
  },
  {
    // A spend limit comes as 429 with the type of a rate limit, too: then the code in its details tells.
    when: {
      status: [400, 403, 429],
      code: 'enforced_spend_limit_reached',
      text: /\bspend(ing)? limit\b|\breached your specified\b.{0,30}\busage limits?\b/i,
    },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'a spend limit has been reached: one that the organisation or workspace set for itself, or that of its tier',
    source: ERRORS,
    example: {
      status: 400,
      body: error(
        'invalid_request_error',
        'You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.',
      ),
    },
  },
  {
    when: { status: [401, 403], text: /x-api-key header is required|missing.{0,20}x-api-key/i },
    verdict: 'unexpected_response',
    confidence: 'possible',
    says: 'no key arrived, although one was sent: something on the way removed the x-api-key header',
    source: 'unconfirmed',
    example: { status: 401, body: error('authentication_error', 'x-api-key header is required') },
  },
  {
    when: { status: 401, code: 'authentication_error', text: /invalid x-api-key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key is not accepted; it uses the same words for a malformed, a revoked and an expired key',
    source: ERRORS,
    example: {
      status: 401,
      headers: { 'request-id': 'req_011C' },
      body: error('authentication_error', 'invalid x-api-key'),
    },
  },
  {
    when: { status: 403, text: /^request not allowed\.?$/i },
    verdict: 'region_blocked',
    confidence: 'possible',
    says: 'requests from here are not allowed',
    source: 'unconfirmed',
    example: { status: 403, body: error('forbidden', 'Request not allowed') },
  },
  {
    when: { status: 403, code: 'permission_error', text: /does not have permission/i },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the key may not use this resource',
    source: ERRORS,
    example: {
      status: 403,
      body: error('permission_error', 'Your API key does not have permission to use the specified resource.'),
    },
  },
  {
    when: { status: 400, text: /anthropic-version/i },
    verdict: 'api_version_unsupported',
    confidence: 'possible',
    says: 'the anthropic-version header is missing or names a version that it does not know',
    source: 'unconfirmed',
    example: {
      status: 400,
      body: error('invalid_request_error', 'anthropic-version: "2020-01-01" is not a valid version.'),
    },
  },
  {
    when: { status: 404, text: /\bmodel:/i },
    verdict: 'model_not_found',
    confidence: 'proven',
    says: 'there is no such model for this key',
    source: ERRORS,
    example: { status: 404, body: error('not_found_error', 'model: claude-unknown') },
  },
]

const limits: AnswerRule[] = [
  {
    when: { status: 429, code: 'rate_limit_error', text: /rate limit/i },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'the organisation sent more requests or tokens than its rate limit allows',
    source: ERRORS,
    example: {
      status: 429,
      headers: { 'retry-after': '17' },
      body: error(
        'rate_limit_error',
        'This request would exceed the rate limit for your organization of 50 requests per minute.',
      ),
    },
  },
  {
    when: { status: [500, 504, 529], code: ['overloaded_error', 'api_error', 'timeout_error'] },
    verdict: 'provider_outage',
    confidence: 'likely',
    says: 'its own servers failed or are overloaded',
    source: ERRORS,
    example: { status: 529, body: error('overloaded_error', 'Overloaded') },
  },
]

export const anthropicAnswers: AnswerRule[] = [...refusals, ...limits]
