import { googleError as error } from './google-error.ts'
import type { AnswerRule } from './provider.ts'

const REASONS = 'googleapis: google/api/error_reason.proto'
const TROUBLESHOOTING = 'https://ai.google.dev/gemini-api/docs/troubleshooting'
const SERVICE = 'generativelanguage.googleapis.com'

const account: AnswerRule[] = [
  {
    when: {
      status: [400, 403],
      code: ['consumer_suspended', 'gcp_suspended'],
      text: /has been (suspended|denied access|deleted)/i,
    },
    verdict: 'account_suspended',
    confidence: 'proven',
    says: 'the Google Cloud project behind this key has been suspended, shut out or deleted',
    source: REASONS,
    example: {
      status: 403,
      body: error(
        403,
        'PERMISSION_DENIED',
        "Permission denied: Consumer 'projects/123456789012' has been suspended.",
        'CONSUMER_SUSPENDED',
      ),
    },
  },
  {
    when: { status: 403, code: 'billing_disabled', text: /requires billing to be enabled/i },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'billing is switched off for the project behind this key',
    source: REASONS,
    example: {
      status: 403,
      body: error(403, 'PERMISSION_DENIED', 'This API method requires billing to be enabled.', 'BILLING_DISABLED'),
    },
  },
  {
    when: {
      status: [402, 403, 429],
      text: /prepayment credits are depleted|prepaid credits? .{0,30}depleted|spend(ing)? cap\b/i,
    },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the prepaid credits are used up, or the spending cap of the project is reached',
    source: 'observed answers',
    example: {
      status: 429,
      body: error(
        429,
        'RESOURCE_EXHAUSTED',
        'Your prepayment credits are depleted. Please go to AI Studio to manage your project and billing.',
      ),
    },
  },
  {
    when: { status: [400, 403], text: /location is not supported|not available in your (country|region)/i },
    verdict: 'region_blocked',
    confidence: 'proven',
    says: 'it does not serve the place that this request comes from, at least not without billing',
    source: TROUBLESHOOTING,
    example: {
      status: 400,
      body: error(
        400,
        'FAILED_PRECONDITION',
        'User location is not supported for the API use without a billing account linked.',
      ),
    },
  },
  {
    when: { status: 400, code: 'failed_precondition' },
    verdict: 'region_blocked',
    confidence: 'likely',
    says: 'the free tier is not available in this country unless billing is enabled',
    source: TROUBLESHOOTING,
    example: {
      status: 400,
      body: error(400, 'FAILED_PRECONDITION', 'Please enable billing on your project in Google AI Studio.'),
    },
  },
]

/** Google's rate sentence equals OpenAI's billing sentence word for word, so it counts only here. */
const limits: AnswerRule[] = [
  {
    // A limit of nothing is never refilled: this project has no free quota for the model.
    when: { status: 429, text: /\blimit: 0\b/i },
    verdict: 'quota_or_billing',
    confidence: 'likely',
    says: 'the quota of this project is zero, as without billing or where a model has no free tier',
    source: 'observed answers',
    example: {
      status: 429,
      body: error(
        429,
        'RESOURCE_EXHAUSTED',
        `You exceeded your current quota, please check your plan and billing details. * Quota exceeded for metric: ${SERVICE}/generate_content_free_tier_requests, limit: 0, model: gemini-2.5-pro`,
      ),
    },
  },
  {
    when: {
      status: 429,
      code: 'rate_limit_exceeded',
      text: /per (minute|second)|PerMinute|quota exceeded for metric/i,
    },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'a quota per minute or per day is used up for now',
    source: TROUBLESHOOTING,
    example: {
      status: 429,
      body: error(
        429,
        'RESOURCE_EXHAUSTED',
        `You exceeded your current quota, please check your plan and billing details. * Quota exceeded for metric: ${SERVICE}/generate_content_free_tier_requests, limit: 10 per minute.`,
      ),
    },
  },
  {
    when: { status: 429, code: 'resource_exhausted', text: /exceeded your current quota/i },
    verdict: 'rate_limited',
    confidence: 'likely',
    says: 'a quota is used up for now',
    source: TROUBLESHOOTING,
    example: { status: 429, body: error(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).') },
  },
  {
    when: { status: 404, text: /\bmodels?\/[\w.:-]+/i },
    verdict: 'model_not_found',
    confidence: 'proven',
    says: 'there is no such model in this version of the API',
    source: TROUBLESHOOTING,
    example: {
      status: 404,
      body: error(
        404,
        'NOT_FOUND',
        'models/gemini-unknown is not found for API version v1beta, or is not supported for generateContent.',
      ),
    },
  },
  {
    when: { status: [500, 503, 504], code: ['internal', 'unavailable', 'deadline_exceeded'] },
    verdict: 'provider_outage',
    confidence: 'likely',
    says: 'its own servers failed or are overloaded',
    source: TROUBLESHOOTING,
    example: { status: 503, body: error(503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.') },
  },
  {
    when: { status: 403, text: /unregistered callers/i },
    verdict: 'unexpected_response',
    confidence: 'possible',
    says: 'no key arrived, although one was sent: something on the way removed the x-goog-api-key header',
    source: 'unconfirmed',
    example: {
      status: 403,
      body: error(
        403,
        'PERMISSION_DENIED',
        "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
      ),
    },
  },
]

export const googleGeminiLimits: AnswerRule[] = [...account, ...limits]
