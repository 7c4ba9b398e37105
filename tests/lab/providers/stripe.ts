import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Answer, Call, IssuedKey, IssueOptions, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('https://docs.stripe.com/error-codes (st-exp, st-perm)')

const error = (message: string, rest: Record<string, Json> = {}): Json => ({
  error: {
    ...rest,
    message,
    request_log_url: 'https://dashboard.stripe.com/logs/{{requestId}}',
    type: 'invalid_request_error',
  },
})
const coded = (code: string, message: string) =>
  error(message, { code, doc_url: `https://docs.stripe.com/error-codes#${code.replaceAll('_', '-')}` })

/** Stripe's 401 carries neither a code nor a link to a log. */
const invalid: Json = { error: { message: 'Invalid API Key provided: {{maskedKey}}', type: 'invalid_request_error' } }
const expired = coded('api_key_expired', 'Expired API Key provided: {{maskedKey}}')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid', source: 'idx:st401' }),
  scenario(401, expired, { name: 'expired', expectedVerdict: 'key_expired' }),
  scenario(401, invalid, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  /** What a rolled key answers after its grace. */
  scenario(401, expired, { name: 'rolled', expectedVerdict: 'key_expired' }),
  scenario(
    403,
    coded(
      'more_permissions_required',
      "The provided key '{{maskedKey}}' does not have the required permissions for this endpoint on account 'acct_{{account}}'. Having the '{{permission}}' permission would allow this request to continue.",
    ),
    {
      name: 'missing_permission',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'rak_balance_read',
      source: 'st-perm',
    },
  ),
  scenario(
    429,
    coded(
      'rate_limit',
      'Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.',
    ),
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: { 'stripe-should-retry': 'true', 'stripe-rate-limited-reason': 'global-rate' },
      ...unconfirmed,
    },
  ),
  scenario(
    403,
    coded(
      'testmode_charges_only',
      'Your account cannot currently make live charges. If you are a site owner, please activate your account at https://dashboard.stripe.com/account/onboarding to remove this restriction.',
    ),
    { name: 'suspended', expectedVerdict: 'account_suspended' },
  ),
  scenario(403, error('The API key provided does not allow requests from your IP address.'), {
    name: 'ip_blocked',
    expectedVerdict: 'ip_not_allowed',
    ...unconfirmed,
  }),
  scenario(
    400,
    error(
      'Invalid Stripe API version: 2011-01-01-preview. You can see available versions at https://stripe.com/docs/upgrades.',
    ),
    {
      name: 'api_version',
      expectedVerdict: 'api_version_unsupported',
      ...unconfirmed,
    },
  ),
  scenario(
    500,
    { error: { message: 'An unknown error occurred', type: 'api_error' } },
    { name: 'outage', expectedVerdict: 'provider_outage', headers: { 'stripe-should-retry': 'true' } },
  ),
  scenario(
    503,
    { error: { message: 'Sorry, Stripe is temporarily unavailable. Please try again later.', type: 'api_error' } },
    {
      name: 'overloaded',
      expectedVerdict: 'provider_outage',
      headers: { 'stripe-should-retry': 'true' },
      ...unconfirmed,
    },
  ),
  scenario(
    200,
    { object: 'weather', sunny: true },
    { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp },
  ),
  scenario(424, coded('till_is_jammed', 'The till is jammed.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const mode = (options: IssueOptions) => (options.environment === 'live' ? 'live' : 'test')
const isLive = (key: IssuedKey | undefined) => key?.value.includes('_live_') ?? false

const money = (amount: number): Json => [{ amount, currency: 'eur', source_types: { card: amount } }]

const listOf =
  (url: string, object: string) =>
  (_: Call, key: IssuedKey | undefined): Answer => ({
    status: 200,
    body: {
      object: 'list',
      data: [{ id: `${object.slice(0, 3)}_{{account}}`, object, livemode: isLive(key), created: 1_760_000_000 }],
      has_more: false,
      url,
    },
  })

const account = (_: Call, key: IssuedKey | undefined): Answer => ({
  status: 200,
  body: {
    id: 'acct_{{account}}',
    object: 'account',
    charges_enabled: isLive(key),
    country: 'DE',
    default_currency: 'eur',
    details_submitted: true,
    payouts_enabled: isLive(key),
    settings: { dashboard: { display_name: 'Lab', timezone: 'Etc/UTC' } },
    type: 'standard',
  },
})

export const stripe: Provider = {
  id: 'stripe',
  name: 'Stripe',
  host: 'api.stripe.com',
  basePath: '/v1',
  environmentVariable: 'STRIPE_SECRET_KEY',
  formats: {
    secret: {
      mint: (options) => `sk_${mode(options)}_51${randomText('alphanumeric', 97)}`,
      pattern: /^sk_(live|test)_[A-Za-z0-9]{10,247}$/,
    },
    restricted: {
      mint: (options) => `rk_${mode(options)}_51${randomText('alphanumeric', 97)}`,
      pattern: /^rk_(live|test)_[A-Za-z0-9]{10,247}$/,
    },
    publishable: {
      mint: (options) => `pk_${mode(options)}_51${randomText('alphanumeric', 97)}`,
      pattern: /^pk_(live|test)_[A-Za-z0-9]{10,247}$/,
    },
  },
  proof: () => ({ path: '/balance' }),
  presented: presentedKey,
  headers: {
    'content-type': 'application/json',
    server: 'nginx',
    'access-control-allow-origin': '*',
    'cache-control': 'no-cache, no-store',
    'request-id': '{{requestId}}',
    'stripe-version': '2025-10-29.clover',
    'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
    vary: 'Origin',
    'x-stripe-routing-context-priority-tier': 'api-testmode',
  },
  indent: 2,
  requestId: () => `req_${randomText('alphanumeric', 14)}`,
  mask: (key) =>
    key.length < 16 ? '*'.repeat(key.length) : `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`,
  noKey: {
    status: 401,
    headers: { 'www-authenticate': 'Basic realm="Stripe"' },
    body: {
      error: {
        message:
          "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.",
        type: 'invalid_request_error',
      },
    },
  },
  notFound: {
    status: 404,
    body: error(
      'Unrecognized request URL ({{method}}: {{path}}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.',
    ),
  },
  routes: {
    'GET /balance': {
      needs: 'rak_balance_read',
      answer: (_, key) => ({
        status: 200,
        body: { object: 'balance', available: money(120_050), livemode: isLive(key), pending: money(3_900) },
      }),
    },
    'GET /account': { needs: 'rak_accounts_kyc_basic_read', answer: account },
    'GET /customers': { needs: 'rak_customer_read', answer: listOf('/v1/customers', 'customer') },
    'GET /charges': { needs: 'rak_charge_read', answer: listOf('/v1/charges', 'charge') },
  },
  scenarios,
}
