import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const problem = (status: number, title: string, detail: string) => ({ title, detail, status })

const answers: AnswerRule[] = [
  {
    when: { status: 401, text: /valid authentication token|^unauthenticated\b/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'no valid token came with the request; it uses the same words for an unknown and a deleted token',
    source: 'observed answers of the live API',
    example: {
      status: 401,
      headers: { 'content-type': 'application/problem+json' },
      body: problem(401, 'Unauthenticated', 'You did not pass a valid authentication token'),
    },
  },
  {
    when: { status: 422, text: /invalid version|version does not exist/i },
    verdict: 'model_not_found',
    confidence: 'possible',
    says: 'there is no such version of the model for this token',
    source: 'unconfirmed',
    example: {
      status: 422,
      body: problem(422, 'Invalid version or not permitted', 'The specified version does not exist.'),
    },
  },
  {
    when: { status: 429, text: /throttled/i },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'the request was throttled',
    source: 'observed answers of the live API',
    example: {
      status: 429,
      headers: { 'retry-after': '9' },
      body: problem(429, 'Request was throttled.', 'Expected available in 9 seconds.'),
    },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || typeof json.username !== 'string') return null
  if (json.type !== 'user' && json.type !== 'organization') return null
  return {
    observed: json.type === 'user' ? { owner: json.username } : { organisation: json.username },
    because: '`type` and `username` say whose token this is',
  }
}

export const replicate: Provider = {
  id: 'replicate',
  name: 'Replicate',
  category: 'llm',
  baseUrl: 'https://api.replicate.com/v1',
  variables: ['REPLICATE_API_TOKEN', 'REPLICATE_API_KEY'],
  keyFormats: [
    {
      kind: 'API token',
      pattern: /^r8_[A-Za-z0-9_-]{37}$/,
      example: (letters) => `r8_${letters(37)}`,
      role: 'usable',
      prefix: 'r8_',
      confirmed: true,
      source: 'trufflehog and betterleaks rules',
    },
  ],
  links: {
    dashboard: 'https://replicate.com/account/api-tokens',
    docs: 'https://replicate.com/docs/reference/http',
    support: 'https://replicate.com/support',
    billing: 'https://replicate.com/account/billing',
    statusPage: 'https://www.replicatestatus.com',
  },
  status: { kind: 'statuspage', url: 'https://www.replicatestatus.com/api/v2/summary.json' },
  rotation: 'manual',
  // The list of models is the public one, of everybody's, in pages: it cannot say what this token may run.
  proof: { method: 'GET', path: '/account', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: [],
  requestIdHeaders: ['x-request-id'],
  environmentHint: 'Tokens carry no mark of an environment: give each one a token of its own, named after it.',
}
