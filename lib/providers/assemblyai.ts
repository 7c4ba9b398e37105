import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const ERRORS = 'AssemblyAI/cookbook: common_errors_and_solutions.md'

/** One sentence says everything, in `error`; there are no codes. */
const answers: AnswerRule[] = [
  {
    when: { status: [400, 401, 402, 403], text: /account balance is negative|top up to continue/i },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the balance of the account is negative',
    source: ERRORS,
    example: {
      status: 400,
      body: { error: 'Your current account balance is negative. Please top up to continue using the API.' },
    },
  },
  {
    when: {
      status: 401,
      text: /authentication error.{0,40}token|token (is )?(missing|invalid)|invalid api (key|token)/i,
    },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the token is missing or invalid; it uses the same words for an unknown and a deleted key',
    source: 'AssemblyAI/assemblyai-api-spec: openapi.yml',
    example: { status: 401, body: { error: 'Authentication error, API token missing/invalid' } },
  },
  {
    when: { status: 429, text: /too many requests/i },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'too many requests were made in a short time',
    source: 'AssemblyAI/assemblyai-api-spec: openapi.yml',
    example: { status: 429, headers: { 'retry-after': '30' }, body: { error: 'Too Many Requests' } },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || !Array.isArray(json.transcripts) || !isRecord(json.page_details)) return null
  return { observed: {}, because: '`transcripts` is a page of this account’s own' }
}

export const assemblyai: Provider = {
  id: 'assemblyai',
  name: 'AssemblyAI',
  category: 'llm',
  baseUrl: 'https://api.assemblyai.com/v2',
  sites: [{ name: 'AssemblyAI in the EU', baseUrl: 'https://api.eu.assemblyai.com/v2' }],
  variables: ['ASSEMBLYAI_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^[a-z0-9]{32}$/,
      example: (letters) => letters(32, 'hex'),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: true,
      source: 'trufflehog and betterleaks rules',
    },
  ],
  links: {
    dashboard: 'https://www.assemblyai.com/dashboard/api-keys',
    docs: 'https://www.assemblyai.com/docs',
    support: 'https://www.assemblyai.com/contact/support',
    billing: 'https://www.assemblyai.com/dashboard/account/billing',
    statusPage: 'https://status.assemblyai.com',
  },
  status: { kind: 'statuspage', url: 'https://status.assemblyai.com/api/v2/summary.json' },
  rotation: 'manual',
  proof: {
    method: 'GET',
    path: '/transcript?limit=1',
    // The bare key: no `Bearer` before it.
    authorize: (key) => ({ authorization: key }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: [],
  requestIdHeaders: ['x-request-id'],
  environmentHint: 'Keys carry no mark of an environment. The EU has servers of its own: api.eu.assemblyai.com.',
}
