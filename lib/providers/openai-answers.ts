import { openaiLimits } from './openai-limits.ts'
import type { AnswerRule } from './provider.ts'

const ERRORS = 'https://developers.openai.com/docs/guides/error-codes'
const OBSERVED = 'observed answers of restricted keys'

const error = (message: string, type: string, code: string | null) => ({ error: { message, type, param: null, code } })

/** "Missing scopes: api.model.read, model.request. Check …": the words up to the end of that sentence. */
function scopesIn(message: string): string[] {
  const listed = /missing scopes?:\s*(.*?)(?:\.(?:\s|$)|$)/i.exec(message)?.[1]
  return listed?.split(/[,\s]+/).filter((scope) => /[._]/.test(scope)) ?? []
}

const refusals: AnswerRule[] = [
  {
    when: {
      status: [401, 403],
      code: 'ip_not_authorized',
      text: /\bip\b.{0,60}\bnot (authori[sz]ed|allowed|permitted)|\bip allow-?list/i,
    },
    verdict: 'ip_not_allowed',
    confidence: 'proven',
    says: 'this address is not on the IP allowlist of the project or organisation',
    source: ERRORS,
    example: {
      status: 401,
      body: error(
        'IP not authorized. Your request IP does not match the configured IP allowlist for your project or organization.',
        'invalid_request_error',
        'ip_not_authorized',
      ),
    },
  },
  {
    when: {
      status: [400, 401, 403],
      code: 'unsupported_country_region_territory',
      text: /country, region,? (and|or) territory (is )?not supported/i,
    },
    verdict: 'region_blocked',
    confidence: 'proven',
    says: 'it does not serve the country, region or territory that this request comes from',
    source: ERRORS,
    example: {
      status: 403,
      body: error(
        'Country, region, or territory not supported',
        'request_forbidden',
        'unsupported_country_region_territory',
      ),
    },
  },
  {
    when: { status: [400, 401, 403], code: 'incorrect_hostname', text: /incorrect regional host ?name/i },
    verdict: 'base_url_wrong',
    confidence: 'proven',
    says: 'the project of this key has its data in one region, and must be asked at the address of that region, such as us.api.openai.com or eu.api.openai.com',
    source: 'answers quoted in public issues (401 incorrect_hostname)',
    example: {
      status: 401,
      body: error(
        'Attempted to access resource with incorrect regional hostname. Please make your request to us.api.openai.com',
        'invalid_request_error',
        'incorrect_hostname',
      ),
    },
  },
  {
    when: {
      status: [401, 403],
      code: 'missing_scope',
      text: /missing scopes?\b|insufficient permissions for this operation/i,
    },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the key lacks a scope for this call',
    permissions: (_, { message }) => scopesIn(message),
    source: OBSERVED,
    example: {
      status: 403,
      body: error(
        'You have insufficient permissions for this operation. Missing scopes: api.model.read. Check that you have the correct role in your organization, and if you are using a restricted API key, that it has the necessary scopes.',
        'invalid_request_error',
        'missing_scope',
      ),
    },
  },
  {
    when: { status: [401, 403], text: /must be a member of an organi[sz]ation/i },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the account behind this key is not a member of an organisation',
    source: ERRORS,
    example: {
      status: 401,
      body: error('You must be a member of an organization to use the API', 'invalid_request_error', null),
    },
  },
  {
    when: {
      status: [400, 401, 403],
      code: ['account_deactivated', 'deactivated_account'],
      text: /\b(account|organi[sz]ation)\b.{0,60}\bdeactivated/i,
    },
    verdict: 'account_suspended',
    confidence: 'possible',
    says: 'the account behind this key has been deactivated',
    source: 'unconfirmed',
    example: {
      status: 403,
      body: error(
        'Your account has been deactivated, please check your email for more information.',
        'invalid_request_error',
        'account_deactivated',
      ),
    },
  },
  {
    when: { status: 401, text: /did(n't| not) provide an api key|no api key (was )?provided|missing bearer/i },
    verdict: 'unexpected_response',
    confidence: 'likely',
    says: 'no key arrived, although one was sent: something on the way removed the Authorization header',
    source: ERRORS,
    example: {
      status: 401,
      body: error(
        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
        'invalid_request_error',
        null,
      ),
    },
  },
  {
    when: {
      status: 401,
      code: 'invalid_api_key',
      text: /incorrect api key|invalid authentication|invalid,? expired,? or revoked/i,
    },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'this is not a key that it knows; it uses the same words for a mistyped, a deleted and a deactivated key',
    source: ERRORS,
    example: {
      status: 401,
      headers: { 'x-request-id': 'req_1f2e' },
      body: error(
        'Incorrect API key provided: sk-proj-****wxyz. You can find your API key at https://platform.openai.com/account/api-keys.',
        'invalid_request_error',
        'invalid_api_key',
      ),
    },
  },
]

export const openaiAnswers: AnswerRule[] = [...refusals, ...openaiLimits]
