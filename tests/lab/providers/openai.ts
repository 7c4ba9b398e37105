import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'
import { openaiDialect } from './openai-dialect.ts'

const documented = 'https://platform.openai.com/docs/guides/error-codes (oai-err)'
const models = ['gpt-4o-mini', 'gpt-4o', 'gpt-5-mini', 'text-embedding-3-small']
const limits = {
  'x-ratelimit-limit-requests': '500',
  'x-ratelimit-remaining-requests': '499',
  'x-ratelimit-reset-requests': '120ms',
  'x-ratelimit-limit-tokens': '200000',
  'x-ratelimit-remaining-tokens': '199985',
  'x-ratelimit-reset-tokens': '4ms',
}

const error = (message: string, type: string, code: string | null, param: string | null = null): Json => ({
  error: { message, type, param, code },
})

const incorrectKey = error(
  'Incorrect API key provided: {{maskedKey}}. You can find your API key at https://platform.openai.com/account/api-keys.',
  'invalid_request_error',
  'invalid_api_key',
)
const missingScopes = error(
  "You have insufficient permissions for this operation. Missing scopes: {{permission}}. Check that you have the correct role in your organization (Reader, Writer, Owner) and project (Member, Owner), and if you're using a restricted API key, that it has the necessary scopes.",
  'invalid_request_error',
  'missing_scope',
)
const outOfQuota = error(
  'You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.',
  'insufficient_quota',
  'insufficient_quota',
)

const scenario = scenarioOf(documented)

const scenarios: Scenario[] = [
  scenario(401, incorrectKey, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, incorrectKey, { name: 'expired', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_expired' }),
  scenario(401, incorrectKey, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(403, missingScopes, {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'api.model.read',
    source: 'idx:59622991364',
  }),
  scenario(401, missingScopes, {
    name: 'missing_permission_401',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'api.model.read',
    source: 'idx:59622991364: both 401 and 403 were seen',
  }),
  scenario(
    429,
    error(
      'Rate limit reached for {{model}} in organization org-{{account}} on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in 20s. Visit https://platform.openai.com/account/rate-limits to learn more.',
      'requests',
      'rate_limit_exceeded',
    ),
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: {
        ...limits,
        'retry-after': '20',
        'x-ratelimit-remaining-requests': '0',
        'x-ratelimit-reset-requests': '20s',
      },
    },
  ),
  scenario(429, outOfQuota, { name: 'billing', expectedVerdict: 'quota_or_billing' }),
  scenario(429, outOfQuota, { name: 'billing_on_generation', expectedVerdict: 'paired', only: 'generation' }),
  scenario(400, error('Billing hard limit has been reached', 'invalid_request_error', 'billing_hard_limit_reached'), {
    name: 'billing_hard_limit',
    expectedVerdict: 'quota_or_billing',
    source: 'bill',
  }),
  scenario(
    403,
    error(
      'Your account has been deactivated, please check your email for more information.',
      'invalid_request_error',
      'account_deactivated',
    ),
    { name: 'suspended', expectedVerdict: 'account_suspended', ...unconfirmed },
  ),
  scenario(
    401,
    error(
      'IP not authorized. Your request IP does not match the configured IP allowlist for your project or organization.',
      'invalid_request_error',
      'ip_not_authorized',
    ),
    {
      name: 'ip_blocked',
      expectedVerdict: 'ip_not_allowed',
      source: `${documented}; the text is quoted, the code is not`,
    },
  ),
  scenario(
    403,
    error('Country, region, or territory not supported', 'request_forbidden', 'unsupported_country_region_territory'),
    { name: 'region_blocked', expectedVerdict: 'region_blocked' },
  ),
  scenario(401, error('You must be a member of an organization to use the API', 'invalid_request_error', null), {
    name: 'no_organization',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'organization',
  }),
  scenario(
    404,
    error(
      'The model `{{model}}` does not exist or you do not have access to it.',
      'invalid_request_error',
      'model_not_found',
    ),
    { name: 'model_not_found', expectedVerdict: 'model_not_found', ...unconfirmed },
  ),
  scenario(
    500,
    error(
      'The server had an error while processing your request. Sorry about that! You can retry your request, or contact us through our help center at help.openai.com if the error persists. (Please include the request ID {{requestId}} in your message.)',
      'server_error',
      null,
    ),
    { name: 'outage', expectedVerdict: 'provider_outage' },
  ),
  scenario(
    503,
    error('The engine is currently overloaded, please try again later.', 'server_error', 'server_is_overloaded'),
    { name: 'overloaded', expectedVerdict: 'provider_outage', source: `${documented}, idx:dd-oai` },
  ),
  scenario(
    200,
    { status: 'ok', motd: 'All systems nominal' },
    {
      name: 'unknown_json',
      expectedVerdict: 'unexpected_response',
      ...madeUp,
    },
  ),
  scenario(403, error('Request declined by policy 17.', 'policy_error', 'policy_17'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const marked = (prefix: string, half: number) =>
  `${prefix}${randomText('base64url', half)}T3BlbkFJ${randomText('base64url', half)}`

const missingModel = scenarios.find((one) => one.name === 'model_not_found') as Scenario

const dialect = openaiDialect({ models, ownedBy: 'system', missingModel, headers: limits })

const me: Json = { object: 'user', id: 'user-{{account}}', name: 'Lab', orgs: { object: 'list', data: [] } }

export const openai: Provider = {
  id: 'openai',
  name: 'OpenAI',
  host: 'api.openai.com',
  basePath: '/v1',
  environmentVariable: 'OPENAI_API_KEY',
  formats: {
    project: {
      mint: () => marked('sk-proj-', 74),
      pattern: /^sk-proj-[A-Za-z0-9_-]{20,74}T3BlbkFJ[A-Za-z0-9_-]{20,74}$/,
    },
    serviceAccount: {
      mint: () => marked('sk-svcacct-', 74),
      pattern: /^sk-svcacct-[A-Za-z0-9_-]{20,74}T3BlbkFJ[A-Za-z0-9_-]{20,74}$/,
    },
    legacy: {
      mint: () => `sk-${randomText('alphanumeric', 20)}T3BlbkFJ${randomText('alphanumeric', 20)}`,
      pattern: /^sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}$/,
    },
    admin: { mint: () => marked('sk-admin-', 58), pattern: /^sk-admin-[A-Za-z0-9_-]{58}T3BlbkFJ[A-Za-z0-9_-]{58}$/ },
  },
  presented: presentedKey,
  headers: {
    'content-type': 'application/json',
    'x-request-id': '{{requestId}}',
    'openai-version': '2020-10-01',
    'openai-organization': 'user-{{account}}',
    'openai-processing-ms': '14',
    'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
    'x-content-type-options': 'nosniff',
    server: 'cloudflare',
    'cf-cache-status': 'DYNAMIC',
    'cf-ray': '9a1f0c2d3e4b5a69-FRA',
    'alt-svc': 'h3=":443"; ma=86400',
  },
  indent: 2,
  requestId: () => `req_${randomText('hex', 32)}`,
  mask: (key) => (key.length < 12 ? key : `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`),
  noKey: {
    status: 401,
    body: error(
      "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username) if you're accessing the API from your browser and are prompted for a username and password. You can obtain an API key from https://platform.openai.com/account/api-keys.",
      'invalid_request_error',
      null,
    ),
  },
  notFound: { status: 404, body: error('Invalid URL ({{method}} {{path}})', 'invalid_request_error', null) },
  routes: {
    'GET /models': { ...dialect['GET /models'], needs: 'api.model.read' },
    'GET /models/:model': { ...dialect['GET /models/:model'], needs: 'api.model.read' },
    'POST /chat/completions': { ...dialect['POST /chat/completions'], needs: 'model.request' },
    'GET /me': { answer: () => ({ status: 200, body: me }) },
  },
  scenarios,
}
