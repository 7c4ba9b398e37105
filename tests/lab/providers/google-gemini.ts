import { presentedInHeader } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf } from '../scenario-of.ts'

const documented = 'google.api.ErrorReason (goog-err)'
const troubleshooting = 'https://ai.google.dev/gemini-api/docs/troubleshooting (gem-ts)'
const models = ['gemini-2.5-flash', 'gemini-2.5-pro', 'gemini-embedding-001']

function error(code: number, status: string, message: string, reason?: string, metadata: Json = {}): Json {
  const info = {
    '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
    reason: reason ?? '',
    domain: 'googleapis.com',
    metadata: { service: 'generativelanguage.googleapis.com', ...(metadata as Record<string, Json>) },
  }
  const localized = { '@type': 'type.googleapis.com/google.rpc.LocalizedMessage', locale: 'en-US', message }
  return { error: { code, message, status, ...(reason ? { details: [info, localized] } : {}) } }
}

const scenario = scenarioOf(documented)

const consumer = { consumer: 'projects/{{project}}' }
const notValid = error(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', 'API_KEY_INVALID')
const depleted = error(
  429,
  'RESOURCE_EXHAUSTED',
  'Your prepayment credits are depleted. Please go to AI Studio at https://ai.studio/projects to manage your project and billing.',
)

const blocked = (reason: string, message: string) => error(403, 'PERMISSION_DENIED', message, reason, consumer)

const scenarios: Scenario[] = [
  scenario(400, notValid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(400, error(400, 'INVALID_ARGUMENT', 'API key expired. Please renew the API key.', 'API_KEY_INVALID'), {
    name: 'expired',
    expectedVerdict: 'key_expired',
    source: 'gem-exp',
  }),
  scenario(403, error(403, 'PERMISSION_DENIED', 'Your API key was reported as leaked. Please use another API key.'), {
    name: 'revoked',
    expectedVerdict: 'key_revoked',
    source: 'gem-leak',
  }),
  scenario(400, notValid, {
    name: 'deleted',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
  }),
  scenario(
    401,
    error(
      401,
      'UNAUTHENTICATED',
      'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
      'ACCESS_TOKEN_TYPE_UNSUPPORTED',
    ),
    { name: 'token_type_unsupported', expectedVerdict: 'key_invalid', source: 'idx:aq401' },
  ),
  scenario(
    403,
    blocked(
      'API_KEY_SERVICE_BLOCKED',
      'Requests to this API generativelanguage.googleapis.com method google.ai.generativelanguage.v1beta.ModelService.ListModels are blocked.',
    ),
    {
      name: 'missing_permission',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'generativelanguage.googleapis.com',
    },
  ),
  scenario(
    403,
    blocked(
      'SERVICE_DISABLED',
      'Generative Language API has not been used in project {{project}} before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/generativelanguage.googleapis.com/overview?project={{project}} then retry.',
    ),
    {
      name: 'service_disabled',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'generativelanguage.googleapis.com',
    },
  ),
  scenario(
    429,
    {
      error: {
        code: 429,
        message:
          'You exceeded your current quota, please check your plan and billing details. * Quota exceeded for metric: generativelanguage.googleapis.com/generate_content_free_tier_requests, limit: 10 per minute. Please retry in 21.4s.',
        status: 'RESOURCE_EXHAUSTED',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
            violations: [
              {
                quotaMetric: 'generativelanguage.googleapis.com/generate_content_free_tier_requests',
                quotaId: 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier',
                quotaDimensions: { location: 'global', model: 'gemini-2.5-flash' },
                quotaValue: '10',
              },
            ],
          },
          { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '21s' },
        ],
      },
    },
    { name: 'rate_limited', expectedVerdict: 'rate_limited', source: `${troubleshooting}, bill` },
  ),
  scenario(429, depleted, { name: 'billing', expectedVerdict: 'quota_or_billing', source: 'bill' }),
  scenario(429, depleted, {
    name: 'billing_on_generation',
    expectedVerdict: 'paired',
    only: 'generation',
    source: 'bill',
  }),
  scenario(
    403,
    blocked(
      'BILLING_DISABLED',
      'This API method requires billing to be enabled. Please enable billing on project #{{project}}.',
    ),
    { name: 'billing_disabled', expectedVerdict: 'quota_or_billing' },
  ),
  scenario(
    403,
    blocked('CONSUMER_SUSPENDED', "Permission denied: Consumer 'projects/{{project}}' has been suspended."),
    { name: 'suspended', expectedVerdict: 'account_suspended' },
  ),
  scenario(
    403,
    blocked(
      'API_KEY_IP_ADDRESS_BLOCKED',
      'The provided API key has an IP address restriction. The originating IP address of the call (203.0.113.9) violates this restriction.',
    ),
    { name: 'ip_blocked', expectedVerdict: 'ip_not_allowed' },
  ),
  scenario(403, blocked('API_KEY_HTTP_REFERRER_BLOCKED', 'Requests from referer <empty> are blocked.'), {
    name: 'referrer_blocked',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'referrer',
  }),
  scenario(
    400,
    error(
      400,
      'FAILED_PRECONDITION',
      'User location is not supported for the API use without a billing account linked.',
    ),
    { name: 'region_blocked', expectedVerdict: 'region_blocked', source: troubleshooting },
  ),
  scenario(
    404,
    error(
      404,
      'NOT_FOUND',
      'models/{{model}} is not found for API version v1beta, or is not supported for generateContent. Call ListModels to see the list of available models and their supported methods.',
    ),
    { name: 'model_not_found', expectedVerdict: 'model_not_found', source: troubleshooting },
  ),
  scenario(
    500,
    error(
      500,
      'INTERNAL',
      'An internal error has occurred. Please retry or report in https://developers.generativeai.google/guide/troubleshooting',
    ),
    {
      name: 'outage',
      expectedVerdict: 'provider_outage',
      source: troubleshooting,
    },
  ),
  scenario(503, error(503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.'), {
    name: 'overloaded',
    expectedVerdict: 'provider_outage',
    source: troubleshooting,
  }),
  scenario(
    200,
    { kind: 'books#volumes', totalItems: 0 },
    {
      name: 'unknown_json',
      expectedVerdict: 'unexpected_response',
      ...madeUp,
    },
  ),
  scenario(403, blocked('PHASE_OF_THE_MOON', 'Not tonight.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const describe = (id: string): Json => ({
  name: `models/${id}`,
  version: '001',
  displayName: id,
  inputTokenLimit: 1_048_576,
  outputTokenLimit: 65_536,
  supportedGenerationMethods: ['generateContent', 'countTokens'],
})

const notFound = scenarios.find((one) => one.name === 'model_not_found') as Scenario

/** Google's front end answers unknown paths with a page, not with JSON. */
const page404 = `<!DOCTYPE html>
<html lang=en>
  <meta charset=utf-8>
  <title>Error 404 (Not Found)!!1</title>
  <a href=//www.google.com/><span id=logo aria-label=Google></span></a>
  <p><b>404.</b> <ins>That’s an error.</ins>
  <p>The requested URL <code>{{path}}</code> was not found on this server.  <ins>That’s all we know.</ins>
`

export const googleGemini: Provider = {
  id: 'google-gemini',
  name: 'Google Gemini (AI Studio)',
  host: 'generativelanguage.googleapis.com',
  basePath: '/v1beta',
  environmentVariable: 'GEMINI_API_KEY',
  formats: {
    auth: { mint: () => `AQ.Ab8RN6${randomText('base64url', 44)}`, pattern: /^AQ\.Ab8RN6[A-Za-z0-9_-]{44}$/ },
    standard: { mint: () => `AIza${randomText('base64url', 35)}`, pattern: /^AIza[A-Za-z0-9_-]{35}$/ },
  },
  proof: (key) => ({ path: '/models', headers: { 'x-goog-api-key': key } }),
  presented: (call) => presentedInHeader(call, 'x-goog-api-key') ?? (call.query.get('key') || undefined),
  headers: {
    'content-type': 'application/json; charset=UTF-8',
    vary: 'Origin, X-Origin, Referer',
    server: 'scaffolding on HTTPServer2',
    'x-xss-protection': '0',
    'x-frame-options': 'SAMEORIGIN',
    'x-content-type-options': 'nosniff',
    'server-timing': 'gfet4t7; dur=31',
    'alt-svc': 'h3=":443"; ma=2592000,h3-29=":443"; ma=2592000',
  },
  indent: 2,
  requestId: () => randomText('hex', 16),
  noKey: {
    status: 403,
    body: error(
      403,
      'PERMISSION_DENIED',
      "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
    ),
  },
  notFound: {
    status: 404,
    headers: { 'content-type': 'text/html; charset=UTF-8', 'referrer-policy': 'no-referrer' },
    body: page404,
  },
  routes: {
    'GET /models': { answer: (_, key) => ({ status: 200, body: { models: (key?.models ?? models).map(describe) } }) },
    'GET /models/:model': {
      answer: (call, key) => {
        const id = call.path.split('/').pop() ?? ''
        return (key?.models ?? models).includes(id) ? { status: 200, body: describe(id) } : notFound
      },
    },
    'POST /models/:call': {
      generates: true,
      answer: (call, key) => {
        const id = /\/models\/([^/:]+):generateContent$/.exec(call.path)?.[1]
        if (!id || !(key?.models ?? models).includes(id)) return notFound
        const content = { parts: [{ text: 'Hello.' }], role: 'model' }
        const usage = { promptTokenCount: 4, candidatesTokenCount: 2, totalTokenCount: 6 }
        return {
          status: 200,
          body: { candidates: [{ content, finishReason: 'STOP', index: 0 }], usageMetadata: usage, modelVersion: id },
        }
      },
    },
  },
  scenarios,
}
