import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'
import { readTime } from './read-time.ts'

const ERRORS = 'OpenRouterTeam/docs: api_reference/errors-and-debugging.mdx'
const LIMITS = 'OpenRouterTeam/docs: api_reference/limits.mdx'
const SPEC = 'OpenRouterTeam/typescript-sdk: openapi.yaml'

const error = (code: number, message: string, metadata?: object) => ({
  error: { code, message, ...(metadata && { metadata }) },
})
const keyInfo = (fields: object) => ({
  data: {
    label: 'sk-or-v1-abc...123',
    limit: 10,
    limit_remaining: 7.5,
    usage: 2.5,
    is_free_tier: false,
    is_management_key: false,
    expires_at: null,
    ...fields,
  },
})

/** What `GET /key` tells about the key itself; null when the body is something else. */
function dataOf({ json }: Answer): Record<string, unknown> | null {
  if (!isRecord(json) || json.error || !isRecord(json.data)) return null
  return 'limit_remaining' in json.data || 'usage' in json.data ? json.data : null
}

const answers: AnswerRule[] = [
  {
    when: {
      status: 200,
      also: (answer) => dataOf(answer)?.is_management_key === true || dataOf(answer)?.is_provisioning_key === true,
    },
    verdict: 'wrong_key_kind',
    confidence: 'proven',
    says: 'this is a management key: it makes other keys and cannot call models',
    source: SPEC,
    example: { status: 200, body: keyInfo({ is_management_key: true }) },
  },
  {
    when: { status: 200, also: (answer) => Number(dataOf(answer)?.limit_remaining ?? 1) <= 0 },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the key is accepted, and the credit limit set for it is used up',
    source: LIMITS,
    example: { status: 200, body: keyInfo({ limit_remaining: 0, usage: 10 }) },
  },
  {
    when: { status: 401, text: /missing (authentication|authori[sz]ation) header/i },
    verdict: 'unexpected_response',
    confidence: 'likely',
    says: 'no key arrived, although one was sent: something on the way removed the Authorization header',
    source: 'answers quoted in public issues (401 Missing Authentication header)',
    example: { status: 401, body: error(401, 'Missing Authentication header') },
  },
  {
    when: {
      status: 401,
      code: '401',
      text: /user not found|invalid credentials|no (auth|cookie auth) credentials|disabled|invalid.{0,20}key/i,
    },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the credentials are not valid; it uses the same answer for an unknown, a disabled and an expired key',
    source: ERRORS,
    example: { status: 401, body: error(401, 'User not found.') },
  },
  {
    when: { status: 402, code: '402' },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the account, or the limit set for this key, has no credits left',
    source: ERRORS,
    example: {
      status: 402,
      body: error(402, 'Insufficient credits. Add more using https://openrouter.ai/settings/credits'),
    },
  },
  {
    when: { status: [402, 403, 429], text: /\bkey limit exceeded\b|\binsufficient credits\b/i },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the credit limit set for this key is used up',
    source: ERRORS,
    example: {
      status: 403,
      body: error(403, 'Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys'),
    },
  },
  {
    when: {
      status: 403,
      text: /(country|region|territory|location)\b.{0,60}(not (available|supported|allowed)|restricted|blocked)/i,
    },
    verdict: 'region_blocked',
    confidence: 'possible',
    says: 'this is not available in the region that the request comes from',
    source: 'unconfirmed',
    example: { status: 403, body: error(403, 'This model is not available in your region: the region is restricted.') },
  },
  {
    when: { status: 403, text: /permission|guardrail|moderation|flagged|management key|provisioning key/i },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the key lacks a permission, or a guardrail stopped the call',
    source: ERRORS,
    example: { status: 403, body: error(403, 'This key does not have the permissions for this call.') },
  },
  {
    when: { status: 429, code: 'rate_limit_exceeded', text: /rate limit/i },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'too many requests were sent in a short time',
    source: LIMITS,
    example: {
      status: 429,
      headers: { 'x-ratelimit-remaining': '0' },
      body: error(429, 'Rate limit exceeded: free-models-per-min.', { error_type: 'rate_limit_exceeded' }),
    },
  },
  {
    when: { status: [502, 503], code: ['502', '503'] },
    verdict: 'provider_outage',
    confidence: 'likely',
    says: 'the company behind the chosen model is down, or none meets the routing requirements',
    source: ERRORS,
    example: { status: 502, body: error(502, 'Your chosen model is down or we received an invalid response from it.') },
  },
]

function readSuccess(answer: Answer): Success | null {
  const data = dataOf(answer)
  if (!data) return null
  const rateLimit: Record<string, string | number> = {}
  for (const field of ['limit', 'limit_remaining', 'usage']) {
    const amount = data[field]
    if (typeof amount === 'number' && Number.isFinite(amount)) rateLimit[field] = amount
  }
  return {
    observed: {
      owner: typeof data.creator_user_id === 'string' ? data.creator_user_id : undefined,
      expiresAt: readTime(data.expires_at),
      rateLimit,
    },
    because: '`data` describes this very key: its limit and usage',
  }
}

export const openrouter: Provider = {
  id: 'openrouter',
  name: 'OpenRouter',
  category: 'llm',
  baseUrl: 'https://openrouter.ai/api/v1',
  variables: ['OPENROUTER_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^sk-or-v1-[0-9a-f]{64}$/,
      example: (letters) => `sk-or-v1-${letters(64, 'hex')}`,
      role: 'usable',
      prefix: 'sk-or-v1-',
      confirmed: true,
      source: 'trufflehog and betterleaks rules',
    },
  ],
  links: {
    dashboard: 'https://openrouter.ai/settings/keys',
    docs: 'https://openrouter.ai/docs',
    support: 'https://openrouter.ai/support',
    billing: 'https://openrouter.ai/settings/credits',
    statusPage: 'https://status.openrouter.ai',
  },
  status: {
    kind: 'onlineornot',
    url: 'https://api.onlineornot.com/v1/status_pages/status.openrouter.ai/summary',
  },
  rotation: 'automatic',
  // The list of models is public, so it proves nothing; `/key` answers for this key alone.
  proof: { method: 'GET', path: '/key', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: [],
  requestIdHeaders: ['x-generation-id', 'cf-ray'],
  llm: { compatible: true, modelsPath: '/models' },
}
