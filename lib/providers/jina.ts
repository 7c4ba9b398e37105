import { bearer } from './bearer.ts'
import type { AnswerRule, Provider } from './provider.ts'
import { readEmbedding } from './read-embedding.ts'

const SPEC = 'the error codes of Jina’s OpenAPI description, as the generated client tryAGI/Jina repeats them'

const error = (code: string, detail: string) => ({ code, detail })

const answers: AnswerRule[] = [
  {
    when: { status: 401, code: ['auth_missing_api_key', 'auth_invalid_format'] },
    verdict: 'unexpected_response',
    confidence: 'likely',
    says: 'no key arrived in the form that it expects, although one was sent: something on the way changed the Authorization header',
    source: SPEC,
    example: { status: 401, body: error('AUTH_MISSING_API_KEY', 'Authentication required') },
  },
  {
    when: { status: 401, code: 'auth_invalid_api_key', text: /invalid api key|^unauthori[sz]ed\b/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key is invalid; it is not known to use other words for a deleted one',
    source: SPEC,
    example: { status: 401, body: error('AUTH_INVALID_API_KEY', 'Invalid API key') },
  },
  {
    when: {
      status: [402, 403],
      code: ['authz_insufficient_balance', 'authz_resource_limit_exceeded'],
      text: /insufficient (account )?balance/i,
    },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the tokens of this key are used up, or its plan does not allow this',
    source: SPEC,
    example: { status: 403, body: error('AUTHZ_INSUFFICIENT_BALANCE', 'Insufficient account balance') },
  },
  {
    when: {
      status: 429,
      code: [
        'rate_request_limit_exceeded',
        'rate_token_limit_exceeded',
        'rate_concurrency_limit_exceeded',
        'rate_ip_limit_exceeded',
      ],
      text: /(rate|concurrency) limit/i,
    },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'more was asked than the tier of this key allows in a minute, or at once',
    source: SPEC,
    example: {
      status: 429,
      body: error('RATE_REQUEST_LIMIT_EXCEEDED', 'Request rate limit exceeded: 501/500 requests per minute'),
    },
  },
  {
    // The proof call itself names a model, which may be retired one day: that is no fault of the application.
    when: { status: 400, code: 'input_model_not_found' },
    verdict: 'unknown',
    confidence: 'possible',
    says: 'it no longer has the model that this test asks for, which leaves open whether the key is good',
    source: SPEC,
    example: { status: 400, body: error('INPUT_MODEL_NOT_FOUND', "Model 'jina-embeddings-none' not found") },
  },
]

export const jina: Provider = {
  id: 'jina',
  name: 'Jina AI',
  category: 'llm',
  baseUrl: 'https://api.jina.ai/v1',
  variables: ['JINA_API_KEY', 'JINA_AI_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^jina_[A-Za-z0-9_-]{60}$/,
      example: (letters) => `jina_${letters(60, 'base64url')}`,
      role: 'usable',
      prefix: 'jina_',
      confirmed: false,
      source: 'unconfirmed',
    },
  ],
  links: {
    dashboard: 'https://jina.ai/api-dashboard/key-manager',
    docs: 'https://jina.ai/embeddings',
    support: 'https://jina.ai/contact-sales',
    billing: 'https://jina.ai/api-dashboard/',
    statusPage: 'https://status.jina.ai',
  },
  rotation: 'manual',
  // The one free call is undocumented, and would put the key into an address.
  proof: {
    method: 'POST',
    path: '/embeddings',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'jina-embeddings-v3', input: ['Claviger'] }),
    authorize: bearer,
    costs: 'one embedding of one word',
  },
  dialect: 'documented',
  answers,
  readSuccess: readEmbedding,
  fingerprintHeaders: [],
  requestIdHeaders: ['x-request-id', 'cf-ray'],
  llm: { compatible: false, modelsPath: null },
}
