import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const ERRORS = 'https://resend.com/docs/api-reference/errors'

const error = (statusCode: number, name: string, message: string) => ({
  status: statusCode,
  body: { statusCode, name, message },
})

const answers: AnswerRule[] = [
  {
    // The healthy key of most applications: 401 here is no refusal of the key.
    when: { status: [401, 403], code: 'restricted_api_key', text: /restricted to only send/i },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the key is good, and restricted to sending e-mail',
    permissions: () => ['full_access'],
    source: ERRORS,
    example: error(401, 'restricted_api_key', 'This API key is restricted to only send emails'),
  },
  {
    when: { status: [400, 401, 403], code: 'missing_api_key', text: /missing api key/i },
    verdict: 'unexpected_response',
    confidence: 'possible',
    says: 'no key arrived, although one was sent: something on the way removed the Authorization header',
    source: ERRORS,
    example: error(401, 'missing_api_key', 'Missing API key in the authorization header'),
  },
  {
    when: { status: [400, 401, 403], code: 'invalid_api_key', text: /api key is (invalid|not valid)|invalid api key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the API key is invalid; it says the same of a deleted one',
    source: ERRORS,
    example: error(403, 'invalid_api_key', 'API key is invalid'),
  },
  {
    when: { status: 403, text: /domain is not verified|not authorized to send|another domain/i },
    verdict: 'wrong_environment',
    confidence: 'likely',
    says: 'the key belongs to another sending domain than this one, or the domain is not verified',
    source: 'resend-openapi: resend.yaml',
    example: error(403, 'validation_error', 'The example.com domain is not verified.'),
  },
  {
    when: {
      status: 429,
      code: ['daily_quota_exceeded', 'monthly_quota_exceeded'],
      text: /(daily|monthly).{0,30}quota/i,
    },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the e-mails that the plan allows for this day or month are used up',
    source: ERRORS,
    example: error(429, 'daily_quota_exceeded', 'You have reached your daily email sending quota'),
  },
  {
    when: { status: 429, code: 'rate_limit_exceeded' },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'too many calls were made in one second',
    source: ERRORS,
    example: error(429, 'rate_limit_exceeded', 'Too many requests. You can only make 2 requests per second.'),
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || !Array.isArray(json.data)) return null
  const names = json.data.filter(isDomain).map(({ name }) => String(name))
  if (names.length !== json.data.length || (names.length === 0 && json.object !== 'list')) return null
  return {
    observed: {
      organisation: names.slice(0, 3).join(', ') || undefined,
      permissions: ['full_access', 'sending_access'],
    },
    because: '`data` lists the sending domains, which only a key with full access sees',
  }
}

function isDomain(item: unknown): item is Record<string, unknown> {
  return isRecord(item) && typeof item.name === 'string' && typeof item.status === 'string'
}

export const resend: Provider = {
  id: 'resend',
  name: 'Resend',
  category: 'messaging',
  baseUrl: 'https://api.resend.com',
  variables: ['RESEND_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^re_[A-Za-z0-9_]{20,}$/,
      example: (letters) => `re_${letters(8)}_${letters(24)}`,
      role: 'usable',
      prefix: 're_',
      confirmed: true,
      source: 'secret scanners’ rules',
    },
  ],
  links: {
    dashboard: 'https://resend.com/api-keys',
    docs: 'https://resend.com/docs',
    support: 'https://resend.com/help',
    billing: 'https://resend.com/settings/billing',
    statusPage: 'https://resend-status.com',
  },
  status: { kind: 'statuspage', url: 'https://resend-status.com/api/v2/summary.json' },
  rotation: 'automatic',
  proof: { method: 'GET', path: '/domains', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: [],
  requestIdHeaders: [],
  permissionIncludes: { full_access: ['sending_access'] },
}
