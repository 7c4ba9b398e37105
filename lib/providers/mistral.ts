import { bearer } from './bearer.ts'
import type { AnswerRule, Provider } from './provider.ts'
import { readModelList } from './read-model-list.ts'

const ERRORS = 'mistralai/platform-docs-public: error glossary'

const error = (message: string, type: string, code: string | null = null) => ({
  object: 'error',
  message,
  type,
  param: null,
  code,
})

const answers: AnswerRule[] = [
  {
    when: { status: 401, code: 'authentication_error', text: /^unauthorized\b|invalid api key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key is not accepted; it uses the same answer for an unknown, a revoked and an expired key, and for one of another workspace',
    source: ERRORS,
    example: { status: 401, body: error('Unauthorized', 'authentication_error') },
  },
  {
    when: {
      status: 403,
      text: /\b(permissions?|subscription|tier|workspace)\b|not (available|allowed|authori[sz]ed)/i,
    },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the subscription, or the rules of the workspace, do not allow this',
    source: ERRORS,
    example: {
      status: 403,
      body: error('Your account does not have permission to access the requested resource.', 'invalid_request_error'),
    },
  },
  {
    when: { status: [400, 404], code: ['unknown_model', 'invalid_model'], text: /\binvalid model\b/i },
    verdict: 'model_not_found',
    confidence: 'proven',
    says: 'there is no such model for this key',
    source: ERRORS,
    example: { status: 404, body: error('Model not found: mistral-none', 'invalid_request_error', 'unknown_model') },
  },
  {
    when: {
      status: 429,
      code: ['rate_limit_error', 'rate_limited', 'service_tier_capacity_exceeded'],
      text: /rate limit|capacity exceeded/i,
    },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'more requests or tokens were sent than the tier of this account allows',
    source: ERRORS,
    example: {
      status: 429,
      headers: { 'retry-after': '1' },
      body: error('Requests rate limit exceeded', 'rate_limit_error', '1300'),
    },
  },
]

export const mistral: Provider = {
  id: 'mistral',
  name: 'Mistral AI',
  category: 'llm',
  baseUrl: 'https://api.mistral.ai/v1',
  variables: ['MISTRAL_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^[A-Za-z0-9]{32}$/,
      example: (letters) => letters(32),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: true,
      source: 'betterleaks rules and the Mistral admin API',
    },
  ],
  links: {
    dashboard: 'https://console.mistral.ai/api-keys',
    docs: 'https://docs.mistral.ai',
    support: 'https://help.mistral.ai',
    billing: 'https://admin.mistral.ai/organization/billing',
    statusPage: 'https://status.mistral.ai',
  },
  status: { kind: 'rss', url: 'https://status.mistral.ai/feed.rss' },
  rotation: 'automatic',
  proof: { method: 'GET', path: '/models', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess: (answer) => readModelList(answer, { strict: true }),
  fingerprintHeaders: ['mistral-correlation-id'],
  requestIdHeaders: ['mistral-correlation-id', 'x-kong-request-id'],
  llm: { compatible: true, modelsPath: '/models' },
  environmentHint: 'A Mistral key belongs to one workspace: an environment is a workspace of its own.',
}
