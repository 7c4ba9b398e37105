import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const REASONS = 'googleapis: google/api/error_reason.proto'
const TROUBLESHOOTING = 'https://ai.google.dev/gemini-api/docs/troubleshooting'
const SERVICE = 'generativelanguage.googleapis.com'

const error = (code: number, status: string, message: string, reason?: string) => ({
  error: {
    code,
    message,
    status,
    ...(reason && {
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
          reason,
          domain: 'googleapis.com',
          metadata: { service: SERVICE },
        },
      ],
    }),
  },
})

/** One reason (API_KEY_INVALID) covers expired, deleted and unknown keys; only the sentence tells them apart. */
const refusals: AnswerRule[] = [
  {
    when: { status: [400, 401, 403], text: /api key (has )?expired/i },
    verdict: 'key_expired',
    confidence: 'proven',
    says: 'the key has expired and must be renewed',
    source: 'observed answers',
    example: {
      status: 400,
      body: error(400, 'INVALID_ARGUMENT', 'API key expired. Please renew the API key.', 'API_KEY_INVALID'),
    },
  },
  {
    when: { status: [400, 401, 403], text: /reported as leaked/i },
    verdict: 'key_revoked',
    confidence: 'proven',
    says: 'the key was reported as leaked and has been switched off',
    source: TROUBLESHOOTING,
    example: {
      status: 403,
      body: error(403, 'PERMISSION_DENIED', 'Your API key was reported as leaked. Please use another API key.'),
    },
  },
  {
    when: { status: [400, 401, 403], code: 'api_key_invalid', text: /api key not (valid|found)|pass a valid api key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key is not valid; it uses the same words for an unknown and a deleted key',
    source: REASONS,
    example: {
      status: 400,
      body: error(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', 'API_KEY_INVALID'),
    },
  },
  {
    when: { status: 401, code: ['access_token_type_unsupported', 'unauthenticated'] },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'this kind of credential is not accepted here',
    source: 'answers quoted in the Gemini developer forum',
    example: {
      status: 401,
      body: error(
        401,
        'UNAUTHENTICATED',
        'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
        'ACCESS_TOKEN_TYPE_UNSUPPORTED',
      ),
    },
  },
  {
    when: { status: 403, code: 'api_key_ip_address_blocked', text: /ip address restriction/i },
    verdict: 'ip_not_allowed',
    confidence: 'proven',
    says: 'the key is restricted to other IP addresses',
    source: REASONS,
    example: {
      status: 403,
      body: error(
        403,
        'PERMISSION_DENIED',
        'The provided API key has an IP address restriction. The originating IP address of the call violates this restriction.',
        'API_KEY_IP_ADDRESS_BLOCKED',
      ),
    },
  },
  {
    when: { status: 403, code: 'api_key_http_referrer_blocked', text: /referr?er .{0,40}blocked/i },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the key may be used from certain web pages only',
    permissions: () => ['referrer'],
    source: REASONS,
    example: {
      status: 403,
      body: error(
        403,
        'PERMISSION_DENIED',
        'Requests from referer <empty> are blocked.',
        'API_KEY_HTTP_REFERRER_BLOCKED',
      ),
    },
  },
  {
    when: { status: 403, code: ['api_key_android_app_blocked', 'api_key_ios_app_blocked'] },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the key may be used from certain mobile apps only',
    permissions: () => ['app'],
    source: REASONS,
    example: {
      status: 403,
      body: error(
        403,
        'PERMISSION_DENIED',
        'Requests from this Android client application <empty> are blocked.',
        'API_KEY_ANDROID_APP_BLOCKED',
      ),
    },
  },
  {
    when: {
      status: 403,
      code: ['api_key_service_blocked', 'service_disabled'],
      text: /has not been used in project|requests to this api .{1,200}are blocked/i,
    },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the key is good, but the Gemini API is not enabled for it or for its project',
    permissions: () => [SERVICE],
    source: REASONS,
    example: {
      status: 403,
      body: error(
        403,
        'PERMISSION_DENIED',
        `Requests to this API ${SERVICE} method ListModels are blocked.`,
        'API_KEY_SERVICE_BLOCKED',
      ),
    },
  },
  {
    when: { status: 403, text: /(does not|doesn't) have (the )?(required |necessary )?permissions?/i },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the key does not have the required permissions',
    source: TROUBLESHOOTING,
    example: {
      status: 403,
      body: error(403, 'PERMISSION_DENIED', "Your API key doesn't have the required permissions."),
    },
  },
]

const account: AnswerRule[] = [
  {
    when: { status: [400, 403], code: ['consumer_suspended', 'gcp_suspended'], text: /has been suspended/i },
    verdict: 'account_suspended',
    confidence: 'proven',
    says: 'the Google Cloud project behind this key has been suspended',
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
    when: { status: [402, 403, 429], text: /prepayment credits are depleted|prepaid credits? .{0,30}depleted/i },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the prepaid credits are used up',
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

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || json.error || !Array.isArray(json.models)) return null
  const names = json.models.map((model) => (isRecord(model) && typeof model.name === 'string' ? model.name : null))
  if (names.some((name) => !name?.startsWith('models/'))) return null
  return {
    observed: { models: names.map((name) => String(name).slice('models/'.length)) },
    because: '`models` lists models by their resource names',
    partialModels: typeof json.nextPageToken === 'string' && json.nextPageToken !== '',
  }
}

export const googleGemini: Provider = {
  id: 'google-gemini',
  name: 'Google Gemini (AI Studio)',
  category: 'llm',
  baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
  variables: ['GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY'],
  keyFormats: [
    {
      kind: 'auth key',
      pattern: /^AQ\.Ab8RN6[A-Za-z0-9_-]{44}$/,
      example: (letters) => `AQ.Ab8RN6${letters(44, 'base64url')}`,
      role: 'usable',
      prefix: 'AQ.',
      confirmed: true,
      source: 'betterleaks rule; Gemini developer forum',
    },
    {
      kind: 'standard key (being retired)',
      pattern: /^AIza[A-Za-z0-9_-]{35}$/,
      example: (letters) => `AIza${letters(35, 'base64url')}`,
      role: 'usable',
      prefix: 'AIza',
      confirmed: true,
      source: 'gitleaks and betterleaks rules',
    },
  ],
  links: {
    dashboard: 'https://aistudio.google.com/app/apikey',
    docs: 'https://ai.google.dev/gemini-api/docs/api-key',
    support: 'https://discuss.ai.google.dev',
    billing: 'https://aistudio.google.com/usage',
    statusPage: 'https://aistudio.google.com/status',
  },
  rotation: 'automatic',
  proof: { method: 'GET', path: '/models', authorize: (key) => ({ 'x-goog-api-key': key }), costs: 'nothing' },
  dialect: 'documented',
  answers: [...refusals, ...account, ...limits],
  readSuccess,
  fingerprintHeaders: ['server-timing'],
  requestIdHeaders: [],
  llm: { compatible: false, modelsPath: '/models' },
  environmentHint: 'Gemini keys carry no test or live mark: an environment is a Google Cloud project of its own.',
}
