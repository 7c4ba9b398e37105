import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const OBSERVED = 'observed answers of the live API (v1 and v2beta)'

/** v1 says it in `message`, v2beta in a list of `errors`; both name the failure. */
const error = (name: string, message: string) => ({ id: '35e2a3c9', name, message })

const answers: AnswerRule[] = [
  {
    when: { status: 401, text: /^missing authorization header/i },
    verdict: 'unexpected_response',
    confidence: 'likely',
    says: 'no key arrived, although one was sent: something on the way removed the authorization header',
    source: OBSERVED,
    example: { status: 401, body: error('unauthorized', 'missing authorization header') },
  },
  {
    when: { status: 401, code: 'unauthorized', text: /incorrect api key|invalid or missing header value/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the API key is not correct; it uses the same words for an unknown and a deleted key',
    source: OBSERVED,
    example: {
      status: 401,
      body: error(
        'unauthorized',
        'Incorrect API key provided: sk-***. You can find your API key at https://stability.ai.',
      ),
    },
  },
  {
    when: {
      status: [402, 403],
      code: ['payment_required', 'insufficient_balance'],
      text: /(lack|not have) (sufficient|enough) (credits|balance)/i,
    },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the account lacks credits',
    source: 'observed answers (402)',
    example: {
      status: 402,
      body: {
        id: 'ea8877d6',
        name: 'payment_required',
        errors: ['You lack sufficient credits to make this request. Please purchase more credits and try again.'],
      },
    },
  },
  {
    when: { status: 403, code: ['permission_denied', 'forbidden'] },
    verdict: 'permission_missing',
    confidence: 'possible',
    says: 'the key may not do this',
    source: 'unconfirmed',
    example: { status: 403, body: error('permission_denied', 'This key cannot do that.') },
  },
  {
    when: { status: 404, text: /\bengine\b.{0,80}\b(not found|does not exist)/i },
    verdict: 'model_not_found',
    confidence: 'possible',
    says: 'there is no such engine for this key',
    source: 'unconfirmed',
    example: { status: 404, body: error('not_found', 'The specified engine (ID stable-unknown) was not found.') },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || typeof json.email !== 'string' || !Array.isArray(json.organizations)) return null
  const organisations = json.organizations.filter(isRecord)
  const chosen = organisations.find((one) => one.is_default === true) ?? organisations[0]
  return {
    observed: {
      owner: json.email,
      organisation: typeof chosen?.name === 'string' ? chosen.name : undefined,
    },
    because: '`email` and `organizations` say whose key this is',
  }
}

export const stability: Provider = {
  id: 'stability',
  name: 'Stability AI',
  category: 'llm',
  baseUrl: 'https://api.stability.ai/v1',
  otherBasePaths: ['/v1'],
  variables: ['STABILITY_API_KEY', 'STABILITY_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      // The marker in the middle makes it one of OpenAI's.
      pattern: /^sk-(?!.*T3BlbkFJ)[A-Za-z0-9]{48}$/,
      example: (letters) => `sk-${letters(48)}`,
      role: 'usable',
      prefix: 'sk-',
      isShared: true,
      confirmed: true,
      source: 'betterleaks rules',
    },
  ],
  links: {
    dashboard: 'https://platform.stability.ai/account/keys',
    docs: 'https://platform.stability.ai/docs',
    support: 'https://kb.stability.ai',
    billing: 'https://platform.stability.ai/account/credits',
    statusPage: 'https://status.stability.ai',
  },
  status: { kind: 'statuspage', url: 'https://status.stability.ai/api/v2/summary.json' },
  rotation: 'manual',
  // The list of engines is of version 1 alone: newer models are not in it, and exist all the same.
  proof: { method: 'GET', path: '/user/account', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: [],
  requestIdHeaders: ['x-request-id'],
  environmentHint: 'Keys carry no mark of an environment: give each one a key of its own.',
}
