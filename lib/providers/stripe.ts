import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, KeyFormat, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const CODES = 'https://docs.stripe.com/error-codes'

const error = (message: string, code?: string) => ({
  error: { message, type: 'invalid_request_error', ...(code && { code, doc_url: `${CODES}#${code}` }) },
})

const answers: AnswerRule[] = [
  {
    when: { status: 401, code: ['api_key_expired', 'platform_api_key_expired'], text: /expired api key/i },
    verdict: 'key_expired',
    confidence: 'proven',
    says: 'the key has expired; a rolled key says so too, once its grace period is over',
    source: CODES,
    example: { status: 401, body: error('Expired API Key provided: sk_live_****abcd', 'api_key_expired') },
  },
  {
    when: { status: [401, 403], code: 'secret_key_required', text: /publishable api key/i },
    verdict: 'wrong_key_kind',
    confidence: 'possible',
    says: 'this is a publishable key, and a secret key is required',
    source: 'unconfirmed',
    example: {
      status: 403,
      body: error(
        'This API call cannot be made with a publishable API key. Please use a secret API key.',
        'secret_key_required',
      ),
    },
  },
  {
    when: { status: 401, text: /did not provide an api key/i },
    verdict: 'unexpected_response',
    confidence: 'possible',
    says: 'no key arrived, although one was sent: something on the way removed the Authorization header',
    source: 'unconfirmed',
    example: {
      status: 401,
      body: error(
        'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.',
      ),
    },
  },
  {
    when: { status: 401, text: /invalid api key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the API key is invalid; it uses the same words for an unknown and a deleted key',
    source: 'observed answers',
    example: {
      status: 401,
      headers: { 'request-id': 'req_abc' },
      body: error('Invalid API Key provided: sk_test_****abcd'),
    },
  },
  {
    when: { status: [401, 403], text: /^(?!.*too many).*\bip address\b/i },
    verdict: 'ip_not_allowed',
    confidence: 'possible',
    says: 'the key may not be used from this IP address',
    source: 'unconfirmed',
    example: { status: 403, body: error('The API key provided does not allow requests from your IP address.') },
  },
  {
    when: {
      status: [400, 401, 403],
      code: ['testmode_charges_only', 'account_closed'],
      text: /\baccount\b.{0,60}\b(restricted|rejected|closed|deactivated|suspended)/i,
    },
    verdict: 'account_suspended',
    confidence: 'proven',
    says: 'the account behind this key is restricted',
    source: CODES,
    example: { status: 403, body: error('Your account cannot currently make live charges.', 'testmode_charges_only') },
  },
  {
    when: { status: [401, 403], code: 'account_invalid', text: /does not have access to account/i },
    verdict: 'wrong_environment',
    confidence: 'likely',
    says: 'the key has no access to the account that was named: it belongs to another one',
    source: CODES,
    example: {
      status: 403,
      body: error("The provided key 'sk_test_****abcd' does not have access to account 'acct_1'.", 'account_invalid'),
    },
  },
  {
    when: { status: [400, 404], text: /similar object exists in (live|test) mode/i },
    verdict: 'wrong_environment',
    confidence: 'possible',
    says: 'the key belongs to the other mode, test or live',
    source: 'unconfirmed',
    example: {
      status: 400,
      body: error(
        "No such customer: 'cus_1'; a similar object exists in live mode, but a test mode key was used to make this request.",
        'resource_missing',
      ),
    },
  },
  {
    when: { status: 403, code: 'more_permissions_required', text: /required permissions|having the '.+' permission/i },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the restricted key is good, but lacks a permission for this call',
    permissions: (_, { message }) => [...message.matchAll(/'(rak_\w+)'/g)].map(([, name]) => String(name)),
    source: CODES,
    example: {
      status: 403,
      body: error(
        "The provided key 'rk_test_****abcd' does not have the required permissions for this endpoint. Having the 'rak_balance_read' permission would allow this request to continue.",
        'more_permissions_required',
      ),
    },
  },
  {
    when: { status: 403, code: 'invalid_request_error' },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the key is good, but may not do this',
    source: 'Infisical and trufflehog treat 403 as a good key',
    example: { status: 403, body: error('This key may not perform this call.') },
  },
  {
    when: { status: 400, text: /(stripe|api)[ -]version/i },
    verdict: 'api_version_unsupported',
    confidence: 'possible',
    says: 'it does not know this version of its API',
    source: 'unconfirmed',
    example: { status: 400, body: error('Invalid Stripe API version: 2001-01-01.') },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || json.object !== 'balance' || !Array.isArray(json.available)) return null
  const environment = json.livemode === true ? 'live' : json.livemode === false ? 'test' : undefined
  return { observed: {}, because: '`object` is `balance`', environment }
}

const format = (prefix: string, kind: string, environment: 'test' | 'live'): KeyFormat => ({
  kind: `${environment} ${kind}`,
  pattern: new RegExp(`^${prefix}_${environment}_[A-Za-z0-9]{10,247}$`),
  example: (letters) => `${prefix}_${environment}_${letters(99)}`,
  role: 'usable',
  environment,
  prefix: `${prefix}_${environment}_`,
  confirmed: true,
  source: 'gitleaks and trufflehog rules for Stripe keys',
})

const publishable = (environment: 'test' | 'live'): KeyFormat => ({
  ...format('pk', 'publishable key', environment),
  role: 'wrong_kind',
  instead: 'A publishable key is made for web pages and is no secret. Use the secret key, or better a restricted one.',
})

export const stripe: Provider = {
  id: 'stripe',
  name: 'Stripe',
  category: 'payments',
  baseUrl: 'https://api.stripe.com/v1',
  variables: ['STRIPE_SECRET_KEY', 'STRIPE_API_KEY', 'STRIPE_RESTRICTED_KEY'],
  keyFormats: [
    format('sk', 'secret key', 'live'),
    format('sk', 'secret key', 'test'),
    format('rk', 'restricted key', 'live'),
    format('rk', 'restricted key', 'test'),
    publishable('live'),
    publishable('test'),
    {
      kind: 'webhook signing secret',
      pattern: /^whsec_[A-Za-z0-9+/=]{20,}$/,
      example: (letters) => `whsec_${letters(32)}`,
      role: 'wrong_kind',
      instead: 'A webhook signing secret only checks webhooks. Use the secret key, or better a restricted one.',
      prefix: 'whsec_',
      confirmed: false,
      source: 'unconfirmed',
    },
  ],
  links: {
    dashboard: 'https://dashboard.stripe.com/apikeys',
    docs: 'https://docs.stripe.com/keys',
    support: 'https://support.stripe.com',
    billing: 'https://dashboard.stripe.com/settings/account',
    statusPage: 'https://status.stripe.com',
  },
  status: {
    kind: 'statuspage',
    url: 'https://www.stripestatus.com/api/v2/summary.json',
  },
  rotation: 'manual',
  proof: { method: 'GET', path: '/balance', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['stripe-version', 'stripe-should-retry', 'request-id'],
  requestIdHeaders: ['request-id'],
  environmentHint: 'The key says it itself: sk_test_ and rk_test_ for tests, sk_live_ and rk_live_ for production.',
}
