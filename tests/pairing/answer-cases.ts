import type { Verdict } from '#lib/providers/verdict'
import { AIRTABLE_CASES } from './answer-cases/airtable.ts'
import { ALGOLIA_CASES } from './answer-cases/algolia.ts'
import { ASSEMBLYAI_CASES } from './answer-cases/assemblyai.ts'
import { AWS_CASES } from './answer-cases/aws.ts'
import { AZURE_OPENAI_CASES } from './answer-cases/azure-openai.ts'
import { CEREBRAS_CASES } from './answer-cases/cerebras.ts'
import { CLOUDFLARE_CASES } from './answer-cases/cloudflare.ts'
import { COHERE_CASES } from './answer-cases/cohere.ts'
import { DATADOG_CASES } from './answer-cases/datadog.ts'
import { DEEPGRAM_CASES } from './answer-cases/deepgram.ts'
import { DEEPSEEK_CASES } from './answer-cases/deepseek.ts'
import { DIGITALOCEAN_CASES } from './answer-cases/digitalocean.ts'
import { DISCORD_CASES } from './answer-cases/discord.ts'
import { DOCKERHUB_CASES } from './answer-cases/dockerhub.ts'
import { ELEVENLABS_CASES } from './answer-cases/elevenlabs.ts'
import { FIREWORKS_CASES } from './answer-cases/fireworks.ts'
import { GOOGLE_CLOUD_API_KEY_CASES } from './answer-cases/google-cloud-api-key.ts'
import { HUBSPOT_CASES } from './answer-cases/hubspot.ts'
import { HUGGINGFACE_CASES } from './answer-cases/huggingface.ts'
import { JINA_CASES } from './answer-cases/jina.ts'
import { LINEAR_CASES } from './answer-cases/linear.ts'
import { MAILGUN_CASES } from './answer-cases/mailgun.ts'
import { MAPBOX_CASES } from './answer-cases/mapbox.ts'
import { MISTRAL_CASES } from './answer-cases/mistral.ts'
import { NETLIFY_CASES } from './answer-cases/netlify.ts'
import { NOTION_CASES } from './answer-cases/notion.ts'
import { NVIDIA_NIM_CASES } from './answer-cases/nvidia-nim.ts'
import { OTHER_WORDS_CASES } from './answer-cases/other-words.ts'
import { PAGERDUTY_CASES } from './answer-cases/pagerduty.ts'
import { PERPLEXITY_CASES } from './answer-cases/perplexity.ts'
import { PINECONE_CASES } from './answer-cases/pinecone.ts'
import { POSTMARK_CASES } from './answer-cases/postmark.ts'
import { REPLICATE_CASES } from './answer-cases/replicate.ts'
import { RESEND_CASES } from './answer-cases/resend.ts'
import { SENDGRID_CASES } from './answer-cases/sendgrid.ts'
import { SENTRY_CASES } from './answer-cases/sentry.ts'
import { SHOPIFY_CASES } from './answer-cases/shopify.ts'
import { STABILITY_CASES } from './answer-cases/stability.ts'
import { SUPABASE_CASES } from './answer-cases/supabase.ts'
import { SUPABASE_PROJECT_CASES } from './answer-cases/supabase-project.ts'
import { TELEGRAM_CASES } from './answer-cases/telegram.ts'
import { TOGETHER_CASES } from './answer-cases/together.ts'
import { TWILIO_CASES } from './answer-cases/twilio.ts'
import { VAULT_CASES } from './answer-cases/vault.ts'
import { VERCEL_CASES } from './answer-cases/vercel.ts'
import { VOYAGE_CASES } from './answer-cases/voyage.ts'
import { XAI_CASES } from './answer-cases/xai.ts'

/** Provider, verdict, status, body, headers: answers as they come, with other wordings, cases and shapes than the catalogue's own examples. */
export type AnswerCase = [
  provider: string,
  verdict: Verdict,
  status: number,
  body: unknown,
  headers?: Record<string, string>,
]

const openai = (message: string, code: string | null, type = 'invalid_request_error') => ({
  error: { message, type, param: null, code },
})
const anthropic = (type: string, message: string) => ({ type: 'error', error: { type, message }, request_id: 'req_1' })
const google = (code: number, status: string, message: string, reason?: string) => ({
  error: {
    code,
    message,
    status,
    ...(reason && {
      details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' }],
    }),
  },
})
const router = (code: number, message: string, metadata?: object) => ({
  error: { code, message, ...(metadata && { metadata }) },
  user_id: 'user_1',
})
const page = (title: string, text = '') =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`

const OPENAI: AnswerCase[] = [
  [
    'openai',
    'paired',
    200,
    { object: 'list', data: [{ id: 'gpt-5', object: 'model', created: 1, owned_by: 'system' }] },
  ],
  [
    'openai',
    'paired',
    200,
    { data: [{ id: 'gpt-5', object: 'model' }], object: 'list', has_more: false },
    { 'Content-Type': 'application/json; charset=utf-8' },
  ],
  ['openai', 'paired', 200, { object: 'list', data: [] }],
  ['openai', 'key_invalid', 401, openai('Incorrect API key provided: sk-abc***xyz.', 'invalid_api_key')],
  ['openai', 'key_invalid', 401, openai('Incorrect API key provided.', null)],
  ['openai', 'key_invalid', 401, openai('You sent something wrong.', 'invalid_api_key')],
  ['openai', 'key_invalid', 401, openai('x', null, 'invalid_api_key')],
  ['openai', 'key_invalid', 401, openai('INCORRECT API KEY PROVIDED', 'INVALID_API_KEY')],
  ['openai', 'key_invalid', 401, openai('Invalid Authentication', null)],
  ['openai', 'key_invalid', 401, openai('Your API key is invalid, expired or revoked.', null)],
  ['openai', 'key_invalid', 401, { error: 'Incorrect API key provided' }],
  ['openai', 'key_invalid', 401, { error: { message: 'Invalid API key supplied', extra: { deep: [1, 2] } } }],
  ['openai', 'key_revoked', 401, openai('This API key has been revoked.', 'invalid_api_key')],
  ['openai', 'key_expired', 401, openai('Your API key has expired.', 'invalid_api_key')],
  ['openai', 'key_invalid', 403, openai('Incorrect API key provided', 'invalid_api_key')],
  [
    'openai',
    'key_invalid',
    401,
    '{"error":{"message":"Incorrect API key provided: sk-a","type":"invalid_request_error","code":"invalid_api_key"',
  ],
  ['openai', 'key_invalid', 200, openai('Incorrect API key provided', 'invalid_api_key')],
  [
    'openai',
    'paired_limited',
    403,
    openai('You have insufficient permissions for this operation. Missing scopes: api.model.read.', 'missing_scope'),
  ],
  [
    'openai',
    'paired_limited',
    401,
    openai('You have insufficient permissions for this operation. Missing scopes: model.read', null),
  ],
  [
    'openai',
    'paired_limited',
    403,
    openai('Missing scopes: api.model.read, model.request', 'insufficient_permissions'),
  ],
  ['openai', 'paired_limited', 401, openai('You must be a member of an organization to use the API', null)],
  ['openai', 'ip_not_allowed', 401, openai('IP not authorized', 'ip_not_authorized')],
  ['openai', 'ip_not_allowed', 401, openai('Your IP is not authorized to access this project.', null)],
  [
    'openai',
    'ip_not_allowed',
    403,
    openai('The IP address 203.0.113.9 is not in the IP allowlist of this project', 'ip_forbidden'),
  ],
  [
    'openai',
    'region_blocked',
    403,
    openai('Country, region, or territory not supported', 'unsupported_country_region_territory', 'request_forbidden'),
  ],
  ['openai', 'region_blocked', 403, { error: { code: 'unsupported_country_region_territory', message: 'Not here.' } }],
  [
    'openai',
    'quota_or_billing',
    429,
    openai(
      'You exceeded your current quota, please check your plan and billing details.',
      'insufficient_quota',
      'insufficient_quota',
    ),
  ],
  ['openai', 'quota_or_billing', 429, openai('You exceeded your current quota.', null, 'insufficient_quota')],
  ['openai', 'quota_or_billing', 429, openai('No credit left', 'credit_balance_exhausted', 'insufficient_quota')],
  ['openai', 'quota_or_billing', 400, openai('Billing hard limit has been reached', 'billing_hard_limit_reached')],
  [
    'openai',
    'quota_or_billing',
    429,
    openai(
      'Your account is not active, please check your billing details on our website.',
      'billing_not_active',
      'billing_not_active',
    ),
  ],
  [
    'openai',
    'rate_limited',
    429,
    openai(
      'Rate limit reached for gpt-5 in organization org-1 on tokens per min (TPM): Limit 30000',
      'rate_limit_exceeded',
      'tokens',
    ),
    { 'Retry-After': 'Wed, 01 Jul 2026 12:00:00 GMT' },
  ],
  ['openai', 'rate_limited', 429, openai('Slow down', 'slow_down', 'requests')],
  ['openai', 'rate_limited', 429, ''],
  ['openai', 'rate_limited', 429, page('429 Too Many Requests')],
  ['openai', 'rate_limited', 429, openai('Incorrect API key provided', 'invalid_api_key')],
  [
    'openai',
    'account_suspended',
    403,
    openai('Your account has been deactivated, please check your email.', 'account_deactivated'),
  ],
  [
    'openai',
    'account_suspended',
    401,
    openai('The OpenAI account associated with this API key has been deactivated.', 'account_deactivated'),
  ],
  [
    'openai',
    'model_not_found',
    404,
    openai('The model `gpt-9` does not exist or you do not have access to it.', 'model_not_found'),
  ],
  [
    'openai',
    'model_not_found',
    403,
    openai('Project `proj_1` does not have access to model `gpt-5`', 'model_not_found'),
  ],
  ['openai', 'base_url_wrong', 404, openai('Invalid URL (GET /v1/v1/models)', null)],
  ['openai', 'base_url_wrong', 404, openai('Unknown request URL: GET /v2/models.', 'unknown_url')],
  ['openai', 'base_url_wrong', 404, '404 page not found'],
  ['openai', 'base_url_wrong', 404, { detail: 'Not Found' }],
  ['openai', 'base_url_wrong', 404, page('404 Not Found', 'nginx')],
  ['openai', 'base_url_wrong', 405, { detail: 'Method Not Allowed' }],
  ['openai', 'base_url_wrong', 301, '', { location: '/v1/models/' }],
  [
    'openai',
    'provider_outage',
    500,
    openai('The server had an error while processing your request.', null, 'server_error'),
  ],
  [
    'openai',
    'provider_outage',
    503,
    openai('The engine is currently overloaded', 'server_is_overloaded', 'server_error'),
  ],
  ['openai', 'provider_outage', 502, page('502 Bad Gateway', 'nginx')],
  ['openai', 'provider_outage', 504, ''],
  ['openai', 'provider_outage', 520, 'error code: 520', { 'cf-ray': '9a1-FRA' }],
  ['openai', 'provider_outage', 500, openai('Incorrect API key provided', 'invalid_api_key')],
  ['openai', 'unexpected_response', 401, openai("You didn't provide an API key.", null)],
  ['openai', 'unexpected_response', 401, { error: { message: 'The moon is full.', code: 'moon' } }],
  ['openai', 'unexpected_response', 401, ''],
  ['openai', 'unexpected_response', 403, openai('Request declined by policy 17.', 'policy_17')],
  ['openai', 'unexpected_response', 200, { status: 'ok' }],
  ['openai', 'unexpected_response', 200, ''],
  ['openai', 'unexpected_response', 200, '{"object":"list","data":[{"id":"gpt-5","obj'],
  ['openai', 'unexpected_response', 204, ''],
  ['openai', 'unexpected_response', 200, 'pong'],
  ['openai', 'unexpected_response', 418, { error: 'teapot' }],
  ['openai', 'block_page', 200, page('Welcome to the guest network', 'Please sign in to continue')],
  ['openai', 'block_page', 401, page('401 Authorization Required')],
  [
    'openai',
    'block_page',
    403,
    page('Attention Required! | Cloudflare', 'Sorry, you have been blocked'),
    { 'cf-ray': '9a1-FRA', server: 'cloudflare' },
  ],
  [
    'openai',
    'block_page',
    503,
    page('Just a moment...', 'Checking your browser'),
    { 'cf-ray': '9a1-FRA', server: 'cloudflare' },
  ],
  ['openai', 'block_page', 403, page('Access denied', 'Blocked by Zscaler policy')],
  ['openai', 'block_page', 302, '', { location: 'https://portal.hotel.example/login?next=1' }],
  ['openai', 'block_page', 307, '', { location: '/auth/login' }],
  ['openai', 'block_page', 302, '', { location: 'http://169.254.169.254/latest/meta-data/' }],
  ['openai', 'block_page', 511, page('Network Authentication Required')],
  ['openai', 'block_page', 403, 'error code: 1020'],
  ['openai', 'proxy_auth_required', 407, page('Proxy Authentication Required')],
  ['openai', 'region_blocked', 451, ''],
  ['openai', 'quota_or_billing', 402, { error: 'x' }],
  ['openai', 'api_version_unsupported', 410, { error: 'gone' }],
]

const ANTHROPIC: AnswerCase[] = [
  [
    'anthropic',
    'paired',
    200,
    {
      data: [{ type: 'model', id: 'claude-x', display_name: 'X', created_at: '2026-01-01T00:00:00Z' }],
      has_more: true,
      first_id: 'claude-x',
      last_id: 'claude-x',
    },
  ],
  ['anthropic', 'paired', 200, { data: [], has_more: false, first_id: null, last_id: null }],
  ['anthropic', 'unexpected_response', 200, { object: 'list', data: [{ id: 'gpt-5', object: 'model' }] }],
  ['anthropic', 'key_invalid', 401, anthropic('authentication_error', 'invalid x-api-key')],
  ['anthropic', 'key_invalid', 401, anthropic('authentication_error', 'API key is malformed, revoked or expired.')],
  ['anthropic', 'key_invalid', 401, { error: { type: 'authentication_error' } }],
  ['anthropic', 'key_invalid', 401, { error: { message: 'Invalid x-api-key' } }],
  [
    'anthropic',
    'paired_limited',
    403,
    anthropic('permission_error', 'Your API key does not have permission to use the specified resource.'),
  ],
  [
    'anthropic',
    'rate_limited',
    429,
    anthropic('rate_limit_error', 'Number of request tokens has exceeded your per-minute rate limit'),
  ],
  [
    'anthropic',
    'quota_or_billing',
    400,
    anthropic(
      'invalid_request_error',
      'Your credit balance is too low to access the Claude API. Please go to Plans & Billing to upgrade or purchase credits.',
    ),
  ],
  [
    'anthropic',
    'quota_or_billing',
    402,
    anthropic('billing_error', 'There is an issue with your billing or payment information.'),
  ],
  [
    'anthropic',
    'quota_or_billing',
    400,
    anthropic('invalid_request_error', 'You have reached your specified workspace API usage limits.'),
  ],
  ['anthropic', 'account_suspended', 400, anthropic('invalid_request_error', 'This organization has been disabled.')],
  ['anthropic', 'account_suspended', 403, anthropic('permission_error', 'This organization has been disabled.')],
  ['anthropic', 'region_blocked', 403, anthropic('forbidden', 'Request not allowed')],
  [
    'anthropic',
    'api_version_unsupported',
    400,
    anthropic('invalid_request_error', 'anthropic-version: header is required'),
  ],
  ['anthropic', 'model_not_found', 404, anthropic('not_found_error', 'model: claude-9')],
  ['anthropic', 'base_url_wrong', 404, anthropic('not_found_error', 'Not found')],
  ['anthropic', 'provider_outage', 529, anthropic('overloaded_error', 'Overloaded')],
  ['anthropic', 'provider_outage', 500, anthropic('api_error', 'Internal server error')],
  ['anthropic', 'provider_outage', 504, anthropic('timeout_error', 'Request timed out')],
  ['anthropic', 'unexpected_response', 400, anthropic('invalid_request_error', 'max_tokens: field required')],
  ['anthropic', 'unexpected_response', 401, anthropic('authentication_error', 'x-api-key header is required')],
  ['anthropic', 'unexpected_response', 413, anthropic('request_too_large', 'Too large')],
]

const GOOGLE: AnswerCase[] = [
  ['google-gemini', 'paired', 200, { models: [{ name: 'models/gemini-3', version: '3' }], nextPageToken: 'abc' }],
  ['google-gemini', 'unexpected_response', 200, {}],
  ['google-gemini', 'unexpected_response', 200, { models: [{ name: 'llama3', size: 1 }] }],
  [
    'google-gemini',
    'key_invalid',
    400,
    google(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', 'API_KEY_INVALID'),
  ],
  [
    'google-gemini',
    'key_invalid',
    400,
    [google(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', 'API_KEY_INVALID')],
  ],
  [
    'google-gemini',
    'key_invalid',
    400,
    google(400, 'INVALID_ARGUMENT', 'API Key not found. Please pass a valid API key.'),
  ],
  [
    'google-gemini',
    'key_invalid',
    401,
    google(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.', 'ACCESS_TOKEN_TYPE_UNSUPPORTED'),
  ],
  [
    'google-gemini',
    'key_expired',
    400,
    google(400, 'INVALID_ARGUMENT', 'API key expired. Please renew the API key.', 'API_KEY_INVALID'),
  ],
  [
    'google-gemini',
    'key_revoked',
    403,
    google(403, 'PERMISSION_DENIED', 'Your API key was reported as leaked. Please use another API key.'),
  ],
  [
    'google-gemini',
    'paired_limited',
    403,
    google(
      403,
      'PERMISSION_DENIED',
      'Requests to this API generativelanguage.googleapis.com method X are blocked.',
      'API_KEY_SERVICE_BLOCKED',
    ),
  ],
  [
    'google-gemini',
    'paired_limited',
    403,
    google(
      403,
      'PERMISSION_DENIED',
      'Generative Language API has not been used in project 123 before or it is disabled.',
      'SERVICE_DISABLED',
    ),
  ],
  [
    'google-gemini',
    'paired_limited',
    403,
    google(403, 'PERMISSION_DENIED', 'Requests from referer <empty> are blocked.', 'API_KEY_HTTP_REFERRER_BLOCKED'),
  ],
  [
    'google-gemini',
    'paired_limited',
    403,
    google(
      403,
      'PERMISSION_DENIED',
      'Requests from this iOS client application <empty> are blocked.',
      'API_KEY_IOS_APP_BLOCKED',
    ),
  ],
  [
    'google-gemini',
    'ip_not_allowed',
    403,
    google(
      403,
      'PERMISSION_DENIED',
      'The provided API key has an IP address restriction.',
      'API_KEY_IP_ADDRESS_BLOCKED',
    ),
  ],
  [
    'google-gemini',
    'account_suspended',
    403,
    google(
      403,
      'PERMISSION_DENIED',
      "Permission denied: Consumer 'projects/1' has been suspended.",
      'CONSUMER_SUSPENDED',
    ),
  ],
  [
    'google-gemini',
    'quota_or_billing',
    403,
    google(403, 'PERMISSION_DENIED', 'This API method requires billing to be enabled.', 'BILLING_DISABLED'),
  ],
  [
    'google-gemini',
    'quota_or_billing',
    429,
    google(429, 'RESOURCE_EXHAUSTED', 'Your prepayment credits are depleted.'),
  ],
  [
    'google-gemini',
    'rate_limited',
    429,
    google(
      429,
      'RESOURCE_EXHAUSTED',
      'You exceeded your current quota, please check your plan and billing details. Quota exceeded for metric x, limit: 10 per minute',
    ),
  ],
  [
    'google-gemini',
    'rate_limited',
    429,
    [google(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).')],
  ],
  [
    'google-gemini',
    'region_blocked',
    400,
    google(400, 'FAILED_PRECONDITION', 'User location is not supported for the API use.'),
  ],
  [
    'google-gemini',
    'region_blocked',
    400,
    google(400, 'FAILED_PRECONDITION', 'Gemini API free tier is not available in your country. Please enable billing.'),
  ],
  [
    'google-gemini',
    'model_not_found',
    404,
    google(
      404,
      'NOT_FOUND',
      'models/gemini-9 is not found for API version v1beta, or is not supported for generateContent.',
    ),
  ],
  [
    'google-gemini',
    'base_url_wrong',
    404,
    page('Error 404 (Not Found)!!1', 'The requested URL /v1/models was not found on this server.'),
  ],
  [
    'google-gemini',
    'provider_outage',
    503,
    google(503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.'),
  ],
  ['google-gemini', 'provider_outage', 500, google(500, 'INTERNAL', 'An internal error has occurred.')],
  ['google-gemini', 'unexpected_response', 403, google(403, 'PERMISSION_DENIED', 'Not tonight.', 'PHASE_OF_THE_MOON')],
  [
    'google-gemini',
    'unexpected_response',
    403,
    google(
      403,
      'PERMISSION_DENIED',
      "Method doesn't allow unregistered callers (callers without established identity).",
    ),
  ],
  [
    'google-gemini',
    'unexpected_response',
    400,
    google(400, 'INVALID_ARGUMENT', 'Invalid JSON payload received. Unknown name "x".'),
  ],
]

const OPENROUTER: AnswerCase[] = [
  [
    'openrouter',
    'paired',
    200,
    {
      data: {
        label: 'sk-or-v1-1...2',
        limit: null,
        limit_remaining: null,
        usage: 0,
        is_free_tier: true,
        is_management_key: false,
      },
    },
  ],
  [
    'openrouter',
    'wrong_key_kind',
    200,
    { data: { label: 'x', limit: null, limit_remaining: null, usage: 0, is_management_key: true } },
  ],
  [
    'openrouter',
    'quota_or_billing',
    200,
    { data: { label: 'x', limit: 5, limit_remaining: -0.01, usage: 5.01, is_management_key: false } },
  ],
  ['openrouter', 'unexpected_response', 200, { data: [{ id: 'openai/gpt-5', name: 'GPT-5' }] }],
  ['openrouter', 'key_invalid', 401, router(401, 'User not found.')],
  ['openrouter', 'key_invalid', 401, router(401, 'No auth credentials found')],
  ['openrouter', 'key_invalid', 200, router(401, 'Invalid credentials')],
  ['openrouter', 'quota_or_billing', 402, router(402, 'Insufficient credits')],
  ['openrouter', 'quota_or_billing', 200, router(402, 'Insufficient credits')],
  ['openrouter', 'paired_limited', 403, router(403, 'Only management keys can perform this operation')],
  ['openrouter', 'paired_limited', 403, router(403, 'Input was flagged by moderation', { patterns: ['x'] })],
  [
    'openrouter',
    'rate_limited',
    429,
    router(429, 'Rate limit exceeded: free-models-per-day', { error_type: 'rate_limit_exceeded' }),
  ],
  ['openrouter', 'rate_limited', 200, router(429, 'Provider returned error', { provider_code: 429 })],
  ['openrouter', 'provider_outage', 502, router(502, 'Provider returned error')],
  ['openrouter', 'provider_outage', 200, router(503, 'No instances available')],
  ['openrouter', 'model_not_found', 404, router(404, 'No endpoints found: model x does not exist')],
  ['openrouter', 'unexpected_response', 200, '{"data":{"label":"x","usa'],
]

const GROQ: AnswerCase[] = [
  [
    'groq',
    'paired',
    200,
    {
      object: 'list',
      data: [{ id: 'llama-3.3-70b-versatile', object: 'model', active: true, context_window: 131072 }],
    },
  ],
  [
    'groq',
    'key_invalid',
    401,
    { error: { message: 'Invalid API Key', type: 'invalid_request_error', code: 'invalid_api_key' } },
  ],
  [
    'groq',
    'key_expired',
    401,
    { error: { message: 'API key expired', type: 'invalid_request_error', code: 'expired_api_key' } },
  ],
  [
    'groq',
    'account_suspended',
    400,
    {
      error: {
        message: 'Organization has been restricted. Please reach out to support.',
        type: 'invalid_request_error',
        code: 'organization_restricted',
      },
    },
  ],
  ['groq', 'account_suspended', 403, { error: { message: 'Restricted.', code: 'organization_restricted' } }],
  [
    'groq',
    'paired_limited',
    403,
    { error: { message: 'The model is blocked: insufficient permissions', type: 'permissions_error' } },
  ],
  ['groq', 'ip_not_allowed', 403, { error: { message: 'Access denied. Please check your network settings.' } }],
  ['groq', 'block_page', 403, 'Access denied'],
  [
    'groq',
    'block_page',
    403,
    page('Access denied | api.groq.com', 'used Cloudflare to restrict access'),
    { server: 'cloudflare', 'cf-ray': '1' },
  ],
  [
    'groq',
    'rate_limited',
    429,
    {
      error: {
        message: 'Rate limit reached for model x on requests per day (RPD)',
        type: 'requests',
        code: 'rate_limit_exceeded',
      },
    },
  ],
  ['groq', 'rate_limited', 498, { error: { message: 'capacity exceeded', code: 'capacity_exceeded' } }],
  [
    'groq',
    'base_url_wrong',
    404,
    { error: { message: 'Unknown request URL: GET /v1/models.', type: 'invalid_request_error', code: 'unknown_url' } },
  ],
  [
    'groq',
    'model_not_found',
    404,
    { error: { message: 'The model `x` does not exist or you do not have access to it.', code: 'model_not_found' } },
  ],
  ['groq', 'provider_outage', 503, { error: { message: 'Service Unavailable', type: 'internal_server_error' } }],
]

const GITHUB: AnswerCase[] = (['github-classic', 'github-fine-grained'] as const).flatMap((id): AnswerCase[] => [
  [id, 'paired', 200, { login: 'octo', id: 1, type: 'User', site_admin: false }],
  [id, 'unexpected_response', 200, { resources: {}, rate: { limit: 60 } }],
  [
    id,
    'key_invalid',
    401,
    { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' },
  ],
  [id, 'rate_limited', 403, { message: 'API rate limit exceeded for 203.0.113.9.' }, { 'x-ratelimit-remaining': '0' }],
  [id, 'rate_limited', 403, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': '60' }],
  [id, 'rate_limited', 429, { message: 'Too many requests' }],
  [id, 'rate_limited', 403, { message: 'Forbidden' }, { 'X-RateLimit-Remaining': '0' }],
  [
    id,
    'paired_limited',
    403,
    { message: 'Resource not accessible by personal access token' },
    { 'x-accepted-github-permissions': 'contents=read' },
  ],
  [id, 'paired_limited', 403, { message: 'Resource not accessible by integration' }],
  [
    id,
    'paired_limited',
    403,
    { message: 'Resource protected by organization SAML enforcement.' },
    { 'x-github-sso': 'required; url=https://github.com/x' },
  ],
  [
    id,
    'ip_not_allowed',
    403,
    {
      message:
        'Although you appear to have the correct authorization credentials, the `x` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
    },
  ],
  [id, 'account_suspended', 403, { message: 'Sorry. Your account was suspended.' }],
  [id, 'api_version_unsupported', 400, { message: 'Unsupported version in X-GitHub-Api-Version' }],
  [
    id,
    'base_url_wrong',
    404,
    { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' },
  ],
  [id, 'unexpected_response', 403, { message: 'Something of today' }],
  [id, 'unexpected_response', 401, { message: 'Requires authentication' }],
  [id, 'provider_outage', 502, { message: 'Server Error' }],
  [id, 'block_page', 200, page('GitHub Enterprise', 'Sign in')],
])

const GITLAB: AnswerCase[] = [
  [
    'gitlab',
    'paired',
    200,
    {
      id: 1,
      name: 'x',
      revoked: false,
      scopes: ['api'],
      user_id: 2,
      active: true,
      expires_at: '2027-01-01',
      last_used_at: null,
    },
  ],
  ['gitlab', 'key_revoked', 200, { id: 1, revoked: true, scopes: ['api'], user_id: 2, active: false }],
  ['gitlab', 'key_invalid', 401, { message: '401 Unauthorized' }],
  [
    'gitlab',
    'key_expired',
    401,
    {
      error: 'invalid_token',
      error_description: 'Token is expired. You can either do re-authorization or token refresh.',
    },
  ],
  [
    'gitlab',
    'key_revoked',
    401,
    { error: 'invalid_token', error_description: 'Token was revoked. You have to re-authorize from the user.' },
  ],
  [
    'gitlab',
    'paired_limited',
    403,
    {
      error: 'insufficient_scope',
      error_description: 'The request requires higher privileges than provided by the access token.',
      scope: 'api read_api',
    },
  ],
  ['gitlab', 'account_suspended', 403, { message: '403 Forbidden - Your account has been blocked.' }],
  ['gitlab', 'rate_limited', 429, 'Retry later\n'],
  ['gitlab', 'base_url_wrong', 404, { error: '404 Not Found' }],
  ['gitlab', 'api_version_unsupported', 410, { error: 'API V3 is no longer supported. Use API V4 instead.' }],
  ['gitlab', 'unexpected_response', 403, { message: '403 Forbidden' }],
  ['gitlab', 'block_page', 200, page('Sign in · GitLab')],
  ['gitlab', 'block_page', 302, '', { location: 'https://gitlab.example.org/users/sign_in' }],
  ['gitlab', 'provider_outage', 502, page('GitLab is not responding (502)')],
]

const stripeError = (message: string, code?: string) => ({
  error: {
    message,
    type: 'invalid_request_error',
    ...(code && { code }),
    request_log_url: 'https://dashboard.stripe.com/logs',
  },
})
const STRIPE: AnswerCase[] = [
  [
    'stripe',
    'paired',
    200,
    { object: 'balance', available: [{ amount: 0, currency: 'eur' }], livemode: false, pending: [] },
  ],
  ['stripe', 'unexpected_response', 200, { object: 'list', data: [] }],
  ['stripe', 'key_invalid', 401, stripeError('Invalid API Key provided: sk_test_****abcd')],
  ['stripe', 'key_expired', 401, stripeError('Expired API Key provided: sk_live_****abcd', 'api_key_expired')],
  ['stripe', 'key_expired', 401, stripeError('This key is over.', 'api_key_expired')],
  [
    'stripe',
    'paired_limited',
    403,
    stripeError(
      "The provided key 'rk_test_****abcd' does not have the required permissions for this endpoint on account 'acct_1'. Having the 'rak_balance_read' permission would allow this request to continue.",
      'more_permissions_required',
    ),
  ],
  ['stripe', 'paired_limited', 403, stripeError('This account is not allowed to do that.')],
  ['stripe', 'ip_not_allowed', 403, stripeError('The API key does not allow requests from your IP address.')],
  [
    'stripe',
    'wrong_key_kind',
    403,
    stripeError(
      'This API call cannot be made with a publishable API key. Please use a secret API key.',
      'secret_key_required',
    ),
  ],
  [
    'stripe',
    'account_suspended',
    403,
    stripeError('Your account cannot currently make live charges.', 'testmode_charges_only'),
  ],
  [
    'stripe',
    'wrong_environment',
    400,
    stripeError(
      'No such token; a similar object exists in live mode, but a test mode key was used.',
      'resource_missing',
    ),
  ],
  ['stripe', 'api_version_unsupported', 400, stripeError('Invalid Stripe API version: 2001-01-01')],
  [
    'stripe',
    'rate_limited',
    429,
    { error: { message: 'Request rate limit exceeded.', type: 'invalid_request_error', code: 'rate_limit' } },
  ],
  ['stripe', 'base_url_wrong', 404, stripeError('Unrecognized request URL (GET: /v1/v1/balance).')],
  ['stripe', 'provider_outage', 500, { error: { message: 'An unknown error occurred', type: 'api_error' } }],
  ['stripe', 'unexpected_response', 400, stripeError('Missing required param: amount.', 'parameter_missing')],
]

const slack = (error: string, more: object = {}) => ({ ok: false, error, ...more })
const SLACK: AnswerCase[] = [
  [
    'slack',
    'paired',
    200,
    { ok: true, url: 'https://x.slack.com/', team: 'X', user: 'bot', team_id: 'T1', user_id: 'U1', bot_id: 'B1' },
  ],
  ['slack', 'unexpected_response', 200, { ok: true }],
  ['slack', 'key_invalid', 200, slack('invalid_auth')],
  ['slack', 'key_invalid', 200, slack('not_authed')],
  ['slack', 'key_invalid', 401, slack('invalid_auth')],
  ['slack', 'key_revoked', 200, slack('token_revoked')],
  ['slack', 'key_revoked', 200, slack('account_inactive')],
  ['slack', 'key_expired', 200, slack('token_expired')],
  ['slack', 'paired_limited', 200, slack('missing_scope', { needed: 'users:read', provided: 'chat:write' })],
  ['slack', 'wrong_environment', 200, slack('enterprise_is_restricted')],
  ['slack', 'wrong_environment', 200, slack('org_login_required')],
  ['slack', 'wrong_key_kind', 200, slack('not_allowed_token_type')],
  ['slack', 'account_suspended', 200, slack('team_disabled')],
  ['slack', 'rate_limited', 429, slack('ratelimited'), { 'retry-after': '30' }],
  ['slack', 'rate_limited', 429, ''],
  ['slack', 'api_version_unsupported', 200, slack('unknown_method', { req_method: 'auth.tset' })],
  ['slack', 'provider_outage', 200, slack('fatal_error')],
  ['slack', 'provider_outage', 503, slack('service_unavailable')],
  ['slack', 'unexpected_response', 200, slack('something_of_today')],
  ['slack', 'block_page', 200, page('Web filter')],
]

const ANY_SERVER: AnswerCase[] = (['openai-compatible', 'xroute'] as const).flatMap((id): AnswerCase[] => [
  [id, 'paired', 200, { object: 'list', data: [{ id: 'llama3:latest', object: 'model' }] }],
  [id, 'paired', 200, { data: [{ id: 'mixtral' }] }],
  [id, 'paired', 200, { object: 'list', data: null }],
  [id, 'paired', 200, [{ id: 'qwen', object: 'model', type: 'chat' }]],
  [id, 'key_invalid', 401, { error: 'Unauthorized' }],
  [id, 'key_invalid', 401, { detail: 'Not authenticated' }],
  [
    id,
    'key_invalid',
    401,
    {
      error: {
        message: 'Authentication Error, Invalid proxy server token passed',
        type: 'auth_error',
        param: 'None',
        code: '401',
      },
    },
  ],
  [id, 'key_invalid', 401, '', { 'www-authenticate': 'Bearer' }],
  [
    id,
    'key_invalid',
    400,
    { error: { message: 'Authentication Error, LiteLLM Virtual Key expected.', type: 'auth_error', code: '400' } },
  ],
  [id, 'key_invalid', 403, { error: { message: 'Invalid API key' } }],
  [id, 'key_invalid', 200, { code: 401, msg: 'no', error: 'unauthorized' }],
  [id, 'key_invalid', 200, { error: { message: 'invalid api key' } }],
  [
    id,
    'key_expired',
    401,
    {
      error: {
        message: 'Authentication Error - Expired Key. Key Expiry time 2026-01-01',
        type: 'expired_key',
        code: 'token_expired',
      },
    },
  ],
  [id, 'key_expired', 401, { message: 'The API key has expired' }],
  [id, 'key_revoked', 401, { message: 'This token has been revoked' }],
  [
    id,
    'key_expired',
    401,
    '',
    { 'www-authenticate': 'Bearer error="invalid_token", error_description="The access token expired"' },
  ],
  [id, 'key_expired', 401, { error: { message: 'Expired Key.', type: 'expired_key' } }],
  [id, 'key_invalid', 401, { error: 'invalid key' }],
  [id, 'unexpected_response', 400, { error: "invalid key 'foo' in body" }],
  [id, 'quota_or_billing', 429, { error: { message: 'x', code: 'insufficient_quota' } }],
  [
    id,
    'quota_or_billing',
    400,
    { error: { message: 'Budget has been exceeded! Current cost: 5', type: 'budget_exceeded' } },
  ],
  [id, 'quota_or_billing', 403, { error: { message: 'insufficient balance' } }],
  [id, 'rate_limited', 429, { detail: 'no' }],
  [id, 'rate_limited', 400, { error: { message: 'Rate limit exceeded' } }],
  [id, 'account_suspended', 403, { error: { message: 'Your account is suspended' } }],
  [id, 'ip_not_allowed', 403, { error: { message: 'IP address 203.0.113.9 is not allowed' } }],
  [id, 'region_blocked', 403, { error: { message: 'This service is not available in your country' } }],
  [
    id,
    'paired_limited',
    403,
    { error: { message: 'Token lacks the required permission', code: 'insufficient_permissions' } },
  ],
  [id, 'model_not_found', 404, { error: { message: "model 'x' not found" } }],
  [id, 'base_url_wrong', 404, '404 page not found'],
  [id, 'base_url_wrong', 404, page('404 Not Found')],
  [id, 'base_url_wrong', 400, page('400 The plain HTTP request was sent to HTTPS port')],
  [id, 'provider_outage', 502, page('502 Bad Gateway')],
  [id, 'block_page', 401, page('401 Authorization Required', 'nginx')],
  [id, 'unexpected_response', 401, 'no'],
  [id, 'unexpected_response', 401, ''],
  [id, 'unexpected_response', 200, 'Ollama is running'],
  [id, 'unexpected_response', 200, { models: 3 }],
])

export const ANSWER_CASES: AnswerCase[] = [
  ...OPENAI,
  ...ANTHROPIC,
  ...GOOGLE,
  ...OPENROUTER,
  ...GROQ,
  ...GITHUB,
  ...GITLAB,
  ...STRIPE,
  ...SLACK,
  ...ANY_SERVER,
  ...OTHER_WORDS_CASES,
  ...AIRTABLE_CASES,
  ...ALGOLIA_CASES,
  ...ASSEMBLYAI_CASES,
  ...AWS_CASES,
  ...AZURE_OPENAI_CASES,
  ...CEREBRAS_CASES,
  ...CLOUDFLARE_CASES,
  ...COHERE_CASES,
  ...DATADOG_CASES,
  ...DEEPGRAM_CASES,
  ...DEEPSEEK_CASES,
  ...DIGITALOCEAN_CASES,
  ...DISCORD_CASES,
  ...DOCKERHUB_CASES,
  ...ELEVENLABS_CASES,
  ...FIREWORKS_CASES,
  ...GOOGLE_CLOUD_API_KEY_CASES,
  ...HUBSPOT_CASES,
  ...HUGGINGFACE_CASES,
  ...JINA_CASES,
  ...LINEAR_CASES,
  ...MAILGUN_CASES,
  ...MAPBOX_CASES,
  ...MISTRAL_CASES,
  ...NETLIFY_CASES,
  ...NOTION_CASES,
  ...NVIDIA_NIM_CASES,
  ...PAGERDUTY_CASES,
  ...PERPLEXITY_CASES,
  ...PINECONE_CASES,
  ...POSTMARK_CASES,
  ...REPLICATE_CASES,
  ...RESEND_CASES,
  ...SENDGRID_CASES,
  ...SENTRY_CASES,
  ...SHOPIFY_CASES,
  ...STABILITY_CASES,
  ...SUPABASE_PROJECT_CASES,
  ...SUPABASE_CASES,
  ...TELEGRAM_CASES,
  ...TOGETHER_CASES,
  ...TWILIO_CASES,
  ...VAULT_CASES,
  ...VERCEL_CASES,
  ...VOYAGE_CASES,
  ...XAI_CASES,
]
