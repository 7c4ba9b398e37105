import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const ERRORS = 'https://api-docs.deepseek.com/quick_start/error_codes'
const BALANCE = 'trufflehog detector for DeepSeek (GET /user/balance)'

const error = (message: string, type: string) => ({
  error: { message, type, param: null, code: 'invalid_request_error' },
})
const balanceOf = (amount: string, isAvailable: boolean) => ({
  is_available: isAvailable,
  balance_infos: [{ currency: 'USD', total_balance: amount, granted_balance: '0.00', topped_up_balance: amount }],
})

/** The account's balance, which only a valid key shows; null when the body is something else. */
function balances({ json }: Answer): Record<string, unknown>[] | null {
  if (!isRecord(json) || typeof json.is_available !== 'boolean' || !Array.isArray(json.balance_infos)) return null
  return json.balance_infos.filter(isRecord)
}

const answers: AnswerRule[] = [
  {
    when: {
      status: 200,
      also: (answer) => isRecord(answer.json) && answer.json.is_available === false && balances(answer) !== null,
    },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the key is accepted, and the balance of its account does not suffice for a call',
    source: BALANCE,
    example: { status: 200, body: balanceOf('0.00', false) },
  },
  {
    when: { status: 401, text: /auth header format|\(governor\)/i },
    verdict: 'unexpected_response',
    confidence: 'possible',
    says: 'no key arrived in the form that it expects, although one was sent: something on the way may have removed the Authorization header',
    source: 'unconfirmed',
    example: {
      status: 401,
      body: error('Authentication Fails (auth header format should be Bearer sk-...)', 'authentication_error'),
    },
  },
  {
    when: { status: 401, code: 'authentication_error', text: /authentication fails/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'authentication fails with this key; it is not known to use other words for a deleted or an expired one',
    source: ERRORS,
    example: {
      status: 401,
      body: error('Authentication Fails, Your api key: ****wxyz is invalid', 'authentication_error'),
    },
  },
  {
    when: { status: 402, text: /insufficient balance/i },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the balance of the account is used up',
    source: ERRORS,
    example: { status: 402, body: error('Insufficient Balance', 'unknown_error') },
  },
  {
    when: { status: 429, text: /rate limit reached/i },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'requests are sent too quickly',
    source: ERRORS,
    example: { status: 429, body: error('Rate Limit Reached', 'rate_limit_error') },
  },
]

function readSuccess(answer: Answer): Success | null {
  const infos = balances(answer)
  if (!infos) return null
  const rateLimit: Record<string, number> = {}
  for (const { currency, total_balance } of infos) {
    const amount = Number(total_balance)
    if (typeof currency === 'string' && Number.isFinite(amount)) rateLimit[`balance ${currency.slice(0, 10)}`] = amount
  }
  return { observed: { rateLimit }, because: '`balance_infos` shows the balance of its account' }
}

export const deepseek: Provider = {
  id: 'deepseek',
  name: 'DeepSeek',
  category: 'llm',
  baseUrl: 'https://api.deepseek.com',
  variables: ['DEEPSEEK_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^sk-[a-f0-9]{32}$/,
      example: (letters) => `sk-${letters(32, 'hex')}`,
      role: 'usable',
      prefix: 'sk-',
      confirmed: true,
      source: 'trufflehog and betterleaks rules',
    },
  ],
  links: {
    dashboard: 'https://platform.deepseek.com/api_keys',
    docs: 'https://api-docs.deepseek.com',
    support: 'mailto:api-service@deepseek.com',
    billing: 'https://platform.deepseek.com/top_up',
    statusPage: 'https://status.deepseek.com',
  },
  status: { kind: 'rss', url: 'https://status.deepseek.com/feed.rss' },
  rotation: 'manual',
  // Applications also use /v1, /beta and /anthropic; the balance is beside them.
  proof: {
    method: 'GET',
    baseUrl: 'https://api.deepseek.com',
    path: '/user/balance',
    authorize: bearer,
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-ds-trace-id'],
  requestIdHeaders: ['x-ds-trace-id'],
  llm: { compatible: true, modelsPath: '/models' },
}
