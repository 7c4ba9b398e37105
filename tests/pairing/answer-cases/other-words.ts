import type { AnswerCase } from '../answer-cases.ts'

/** Answers in words and codes other than the ones that the rules quote, of the providers whose cases stand together. */
export const OTHER_WORDS_CASES: AnswerCase[] = [
  [
    'openai',
    'base_url_wrong',
    401,
    {
      error: {
        message:
          'Attempted to access resource with incorrect regional hostname. Please make your request to us.api.openai.com.',
        type: 'invalid_request_error',
        param: null,
        code: 'incorrect_hostname',
      },
    },
  ],
  ['openai', 'base_url_wrong', 421, 'Misdirected Request'],
  [
    'openai',
    'account_suspended',
    403,
    {
      error: {
        message:
          'Your access was terminated due to violation of our policies, please check your email for more information.',
        type: 'access_terminated',
        param: null,
        code: 'account_terminated',
      },
    },
  ],
  [
    'openai',
    'account_suspended',
    401,
    {
      error: {
        message:
          'Your access was terminated due to violation of our policies, please check your email for more information. If you believe this is in error and would like to appeal, please contact us',
        type: 'access_terminated',
        param: null,
        code: null,
      },
    },
  ],
  [
    'anthropic',
    'key_revoked',
    403,
    {
      type: 'error',
      error: { type: 'permission_error', message: 'OAuth token has been revoked. Please obtain a new token.' },
      request_id: 'req_011',
    },
  ],
  [
    'anthropic',
    'rate_limited',
    429,
    {
      type: 'error',
      error: { type: 'rate_limit_error', message: 'Your usage limits for acceleration: usage increase rate too fast' },
      request_id: 'req_011',
    },
  ],
  [
    'anthropic',
    'ip_not_allowed',
    403,
    {
      type: 'error',
      error: { type: 'permission_error', message: 'Your IP address is not allowed to access this organization.' },
      request_id: 'req_011',
    },
  ],
  [
    'anthropic',
    'ip_not_allowed',
    403,
    {
      type: 'error',
      error: {
        type: 'permission_error',
        message: 'Access denied: request IP is not in the allowlist for this organization',
      },
      request_id: 'req_011',
    },
  ],
  [
    'anthropic',
    'region_blocked',
    403,
    {
      type: 'error',
      error: {
        type: 'forbidden',
        message:
          'Access to Anthropic models is not allowed from unsupported countries, regions, or territories. Please refer to https://www.anthropic.com/supported-countries',
      },
      request_id: 'req_011',
    },
  ],
  [
    'google-gemini',
    'account_suspended',
    403,
    {
      error: {
        code: 403,
        message: 'Your project has been denied access. Please contact support.',
        status: 'PERMISSION_DENIED',
      },
    },
  ],
  [
    'google-gemini',
    'account_suspended',
    403,
    {
      error: {
        code: 403,
        message: 'Project #123 has been deleted.',
        status: 'PERMISSION_DENIED',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: 'CONSUMER_INVALID',
            domain: 'googleapis.com',
            metadata: { service: 'generativelanguage.googleapis.com' },
          },
        ],
      },
    },
  ],
  [
    'google-gemini',
    'quota_or_billing',
    429,
    {
      error: {
        code: 429,
        message:
          'Your project has exceeded its monthly spending cap. Please go to AI Studio at https://ai.studio/spend to manage your project spend cap.',
        status: 'RESOURCE_EXHAUSTED',
      },
    },
  ],
  [
    'google-gemini',
    'key_expired',
    401,
    {
      error: {
        code: 401,
        message:
          'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
        status: 'UNAUTHENTICATED',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: 'ACCESS_TOKEN_EXPIRED',
            domain: 'googleapis.com',
            metadata: { service: 'generativelanguage.googleapis.com' },
          },
        ],
      },
    },
  ],
  [
    'google-gemini',
    'paired_limited',
    403,
    {
      error: {
        code: 403,
        message: 'Request had insufficient authentication scopes.',
        status: 'PERMISSION_DENIED',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
            domain: 'googleapis.com',
            metadata: { service: 'generativelanguage.googleapis.com' },
          },
        ],
      },
    },
  ],
  ['google-gemini', 'unexpected_response', 200, { models: [] }],
  [
    'groq',
    'quota_or_billing',
    429,
    {
      error: {
        message:
          'Your organization has reached its monthly spend limit. Please visit https://console.groq.com/settings/billing',
        type: 'invalid_request_error',
        param: null,
        code: 'spend_limit_exceeded',
      },
    },
  ],
  [
    'groq',
    'quota_or_billing',
    400,
    {
      error: {
        message: 'Organization has reached its spend limit.',
        type: 'invalid_request_error',
        param: null,
        code: 'blocked_api_access',
      },
    },
  ],
  ['openrouter', 'unexpected_response', 401, { error: { message: 'Missing Authentication header', code: 401 } }],
  [
    'openrouter',
    'quota_or_billing',
    403,
    {
      error: {
        message: 'Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys',
        code: 403,
      },
    },
  ],
  [
    'github-classic',
    'rate_limited',
    403,
    {
      message: 'Maximum number of login attempts exceeded. Please try again later.',
      documentation_url: 'https://docs.github.com/rest',
      status: '403',
    },
  ],
  [
    'github-classic',
    'provider_outage',
    503,
    '<!DOCTYPE html><html><head><title>GitHub is down for maintenance</title></head><body>Sign in to continue when we are back</body></html>',
  ],
  [
    'github-fine-grained',
    'rate_limited',
    403,
    {
      message: 'Maximum number of login attempts exceeded. Please try again later.',
      documentation_url: 'https://docs.github.com/rest',
      status: '403',
    },
  ],
  [
    'github-fine-grained',
    'provider_outage',
    503,
    '<!DOCTYPE html><html><head><title>GitHub is down for maintenance</title></head><body>Sign in to continue when we are back</body></html>',
  ],
  [
    'gitlab',
    'account_suspended',
    403,
    { message: '403 Forbidden  - Your account is pending approval from your GitLab administrator and hence blocked.' },
  ],
  [
    'gitlab',
    'key_expired',
    200,
    { id: 1, name: 'x', revoked: false, scopes: ['api'], user_id: 1, active: false, expires_at: '2020-01-01' },
  ],
  [
    'openai-compatible',
    'paired_limited',
    401,
    {
      error: {
        message: "key not allowed to access model. This key can only access models=['x']. Tried to access y",
        type: 'key_model_access_denied',
        code: '401',
      },
    },
  ],
  ['openai-compatible', 'unexpected_response', 401, '', { 'www-authenticate': 'Basic realm="restricted"' }],
]
