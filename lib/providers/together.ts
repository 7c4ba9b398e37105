import { bearer } from './bearer.ts'
import type { AnswerRule, Provider } from './provider.ts'
import { readModelList } from './read-model-list.ts'

const SPEC = 'togethercomputer/openapi: openapi.yaml'

const error = (message: string, type: string, code: string | null = null) => ({
  error: { message, type, param: null, code },
})

const answers: AnswerRule[] = [
  {
    when: { status: 401, code: 'missing_api_key', text: /missing api key|no api key (was )?provided/i },
    verdict: 'unexpected_response',
    confidence: 'likely',
    says: 'no key arrived, although one was sent: something on the way removed the Authorization header',
    source: SPEC,
    example: { status: 401, body: error('Missing API key', 'invalid_request_error', 'missing_api_key') },
  },
  {
    when: { status: 401, code: 'invalid_api_key', text: /invalid api key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the API key is invalid; it is not known to use other words for an expired or a deleted key',
    source: SPEC,
    example: {
      status: 401,
      body: error(
        'Invalid API key provided. You can find your API key at https://api.together.ai/settings/api-keys.',
        'invalid_request_error',
        'invalid_api_key',
      ),
    },
  },
  {
    when: { status: 403, text: /\bunauthori[sz]ed\b|not authori[sz]ed|\bpermissions?\b/i },
    verdict: 'permission_missing',
    confidence: 'possible',
    says: 'the key may not use this resource, which it calls unauthorised',
    source: SPEC,
    example: { status: 403, body: error('Unauthorized to access this resource', 'invalid_request_error') },
  },
  {
    when: { status: 429, code: ['rate_limit', 'rate_limit_exceeded'], text: /rate limit/i },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'too many requests or tokens were sent in a short time',
    source: SPEC,
    example: {
      status: 429,
      body: error(
        'You have been rate limited. Your rate limit is 60 queries per minute. Please navigate to https://api.together.ai/settings/billing to upgrade to a paid plan.',
        'credit_limit',
      ),
    },
  },
]

export const together: Provider = {
  id: 'together',
  name: 'Together AI',
  category: 'llm',
  baseUrl: 'https://api.together.ai/v1',
  otherHosts: ['api.together.xyz'],
  variables: ['TOGETHER_API_KEY', 'TOGETHERAI_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^tgp_v1_[A-Za-z0-9_-]{43}$/,
      example: (letters) => `tgp_v1_${letters(43, 'base64url')}`,
      role: 'usable',
      prefix: 'tgp_v1_',
      confirmed: true,
      source: 'betterleaks rules',
    },
    {
      kind: 'API key of the older form',
      pattern: /^[a-f0-9]{64}$/,
      example: (letters) => letters(64, 'hex'),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: false,
      source: 'unconfirmed',
    },
  ],
  links: {
    dashboard: 'https://api.together.ai/settings/api-keys',
    docs: 'https://docs.together.ai',
    support: 'https://www.together.ai/contact',
    billing: 'https://api.together.ai/settings/billing',
    statusPage: 'https://status.together.ai',
  },
  status: { kind: 'betterstack', url: 'https://status.together.ai/index.json' },
  rotation: 'manual',
  proof: { method: 'GET', path: '/models', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  // The list comes bare, without the `object` of OpenAI's dialect.
  readSuccess: (answer) => readModelList(answer, { strict: false }),
  fingerprintHeaders: [],
  requestIdHeaders: ['x-request-id', 'cf-ray'],
  llm: { compatible: true, modelsPath: '/models' },
}
