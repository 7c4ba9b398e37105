import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const OBSERVED = 'answers quoted in public projects (a bare page with HTTP 401)'
const CREDITS = 'https://apidog.com/kr/blog/perplexity-api-key/ (quotes the documentation: used up credits answer 401)'

const error = (message: string, type: string, code: number) => ({ error: { message, type, code } })

const answers: AnswerRule[] = [
  {
    when: {
      status: 401,
      page: /<center><h1>401 Authorization Required<\/h1><\/center>\s*<hr><center>(openresty|cloudflare)/i,
    },
    verdict: 'unknown',
    confidence: 'likely',
    says: 'authorisation is required, in a bare web page that it sends both for a key that it refuses and for one whose credits are used up. Its console tells which',
    source: OBSERVED,
    example: {
      status: 401,
      body: '<html>\r\n<head><title>401 Authorization Required</title></head>\r\n<body>\r\n<center><h1>401 Authorization Required</h1></center>\r\n<hr><center>openresty/1.27.4</center>\r\n</body>\r\n</html>\r\n',
    },
  },
  {
    when: {
      status: 401,
      code: 'insufficient_quota',
      text: /exceeded your current quota|out of credits?|credits? (balance|exhausted)/i,
    },
    verdict: 'quota_or_billing',
    confidence: 'likely',
    says: 'the credits of this key’s group are used up; it says so with HTTP 401',
    source: CREDITS,
    example: {
      status: 401,
      body: error(
        'You exceeded your current quota, please check your plan and billing details.',
        'insufficient_quota',
        401,
      ),
    },
  },
  {
    when: { status: 401, code: ['invalid_api_key', 'authentication_error'], text: /invalid api key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key is not accepted; it uses the same words for an unknown and a deleted key',
    source: 'betterleaks rules (401 refuses the key)',
    example: { status: 401, body: error('Invalid API key provided.', 'invalid_api_key', 401) },
  },
  {
    when: { status: 403, text: /\bpermissions?\b|not allowed|no access/i },
    verdict: 'permission_missing',
    confidence: 'possible',
    says: 'the key may not do this',
    source: 'unconfirmed',
    example: { status: 403, body: error('You do not have permission to use this endpoint.', 'permission_error', 403) },
  },
  {
    when: { status: [404, 410], text: /\b(deprecated|retired|sunset|discontinued|no longer (available|supported))/i },
    verdict: 'api_version_unsupported',
    confidence: 'likely',
    says: 'this part of the API has ended; the Sonar API was announced to give way to /v1/responses in September 2026',
    source: CREDITS,
    example: { status: 410, body: error('The Sonar API has been retired. Use /v1/responses.', 'gone', 410) },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || json.error || !Array.isArray(json.requests) || !json.requests.every(isRecord)) return null
  return { observed: {}, because: '`requests` lists the asynchronous requests of this account' }
}

export const perplexity: Provider = {
  id: 'perplexity',
  name: 'Perplexity',
  category: 'llm',
  baseUrl: 'https://api.perplexity.ai',
  variables: ['PERPLEXITY_API_KEY', 'PERPLEXITYAI_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^pplx-[A-Za-z0-9]{48}$/,
      example: (letters) => `pplx-${letters(48)}`,
      role: 'usable',
      prefix: 'pplx-',
      confirmed: true,
      source: 'gitleaks and betterleaks rules',
    },
  ],
  links: {
    dashboard: 'https://console.perplexity.ai',
    docs: 'https://docs.perplexity.ai',
    support: 'https://docs.perplexity.ai/docs/resources/support',
    billing: 'https://console.perplexity.ai',
    statusPage: 'https://status.perplexity.com',
  },
  status: { kind: 'instatus', url: 'https://status.perplexity.com/summary.json' },
  rotation: 'automatic',
  // The list of one's own asynchronous requests is free; applications also use /v1.
  proof: {
    method: 'GET',
    baseUrl: 'https://api.perplexity.ai',
    path: '/async/chat/completions',
    authorize: bearer,
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: [],
  requestIdHeaders: ['x-request-id', 'cf-ray'],
  llm: { compatible: true, modelsPath: null },
  environmentHint: 'An API group is the environment: each has keys and a credit balance of its own.',
}
