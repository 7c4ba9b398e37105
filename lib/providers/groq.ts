import { bearer } from './bearer.ts'
import type { AnswerRule, Provider } from './provider.ts'
import { readModelList } from './read-model-list.ts'

const ERRORS = 'https://console.groq.com/docs/errors'

const error = (message: string, type: string, code?: string) => ({ error: { message, type, ...(code && { code }) } })

const answers: AnswerRule[] = [
  {
    when: { status: [400, 401, 403], code: 'organization_restricted', text: /organi[sz]ation has been restricted/i },
    verdict: 'account_suspended',
    confidence: 'proven',
    says: 'the organisation behind this key has been restricted',
    source: 'observed answers (400, also 403)',
    example: {
      status: 400,
      body: error(
        'Organization has been restricted. Please reach out to support if you believe this was in error.',
        'invalid_request_error',
        'organization_restricted',
      ),
    },
  },
  {
    when: { status: [400, 402, 403, 429], code: 'blocked_api_access', text: /\bspend(ing)? limit\b/i },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the monthly spend limit of the organisation is reached, and every key of it is blocked until it is raised or the month ends',
    source: 'https://console.groq.com/docs/spend-limits',
    example: {
      status: 400,
      body: error(
        'API access is blocked: the organization has reached its spend limit.',
        'invalid_request_error',
        'blocked_api_access',
      ),
    },
  },
  {
    when: { status: 401, code: 'expired_api_key', text: /api key (has )?expired/i },
    verdict: 'key_expired',
    confidence: 'possible',
    says: 'the key has expired',
    source: 'unconfirmed',
    example: { status: 401, body: error('API key has expired', 'invalid_request_error', 'expired_api_key') },
  },
  {
    when: { status: 401, code: 'invalid_api_key', text: /invalid api key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the API key is invalid; it uses the same words for an unknown and a revoked key',
    source: ERRORS,
    example: { status: 401, body: error('Invalid API Key', 'invalid_request_error', 'invalid_api_key') },
  },
  {
    when: { status: 403, text: /check your network settings/i },
    verdict: 'ip_not_allowed',
    confidence: 'possible',
    says: 'access from this network is denied',
    source: 'unconfirmed',
    example: {
      status: 403,
      body: error('Access denied. Please check your network settings.', 'invalid_request_error'),
    },
  },
  {
    when: {
      status: 403,
      code: ['permissions_error', 'model_permission_blocked_org', 'model_permission_blocked_project'],
      text: /permission/i,
    },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the key may not do this, because of permission restrictions',
    source: ERRORS,
    example: {
      status: 403,
      body: error('The request is not allowed due to permission restrictions.', 'permissions_error'),
    },
  },
  {
    when: { status: 429, code: 'rate_limit_exceeded', text: /rate limit reached/i },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'too many requests or tokens were sent in a short time',
    source: 'observed answers',
    example: {
      status: 429,
      headers: { 'retry-after': '7' },
      body: error(
        'Rate limit reached for model `llama-3.3-70b-versatile` on tokens per minute (TPM): Limit 6000. Please try again in 7.66s.',
        'tokens',
        'rate_limit_exceeded',
      ),
    },
  },
  {
    when: { status: 498 },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'the flex tier is at capacity',
    source: 'Groq error 498, flex tier capacity exceeded',
    example: { status: 498, body: error('Flex tier capacity exceeded', 'capacity_exceeded', 'capacity_exceeded') },
  },
]

export const groq: Provider = {
  id: 'groq',
  name: 'Groq',
  category: 'llm',
  baseUrl: 'https://api.groq.com/openai/v1',
  variables: ['GROQ_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^gsk_[A-Za-z0-9]{52}$/,
      example: (letters) => `gsk_${letters(52)}`,
      role: 'usable',
      prefix: 'gsk_',
      confirmed: true,
      source: 'trufflehog and betterleaks rules',
    },
  ],
  links: {
    dashboard: 'https://console.groq.com/keys',
    docs: 'https://console.groq.com/docs',
    support: 'https://console.groq.com/docs/support',
    billing: 'https://console.groq.com/settings/billing',
    statusPage: 'https://groqstatus.com',
  },
  status: {
    kind: 'statuspage',
    url: 'https://groqstatus.com/api/v2/summary.json',
  },
  rotation: 'manual',
  proof: { method: 'GET', path: '/models', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess: (answer) => readModelList(answer, { strict: true }),
  fingerprintHeaders: ['x-groq-region', 'x-request-id'],
  requestIdHeaders: ['x-request-id'],
  llm: { compatible: true, modelsPath: '/models' },
}
