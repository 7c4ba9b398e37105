import { bearer } from './bearer.ts'
import type { AnswerRule, Provider } from './provider.ts'
import { readModelList } from './read-model-list.ts'

const error = (message: string, type: string, param: string | null, code: string) => ({ message, type, param, code })

const answers: AnswerRule[] = [
  {
    when: { status: [401, 403], code: ['wrong_api_key', 'invalid_api_key'], text: /(wrong|invalid) api key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key is wrong; it is not known to use other words for a deleted or an expired one',
    source: 'betterleaks rules (401 and 403 refuse the key)',
    example: { status: 401, body: error('Wrong API Key', 'invalid_request_error', 'api_key', 'wrong_api_key') },
  },
  {
    when: { status: 403, text: /\bpermissions?\b|not (allowed|authori[sz]ed)|no access/i },
    verdict: 'permission_missing',
    confidence: 'possible',
    says: 'the key may not do this',
    source: 'unconfirmed',
    example: {
      status: 403,
      body: error('You do not have permission to use this model.', 'permission_error', 'model', 'permission_denied'),
    },
  },
  {
    when: { status: 404, code: 'model_not_found', text: /\bmodel\b.{0,200}\bnot exist/i },
    verdict: 'model_not_found',
    confidence: 'possible',
    says: 'there is no such model for this key',
    source: 'unconfirmed',
    example: {
      status: 404,
      body: error(
        'Model llama-none does not exist or you do not have access to it.',
        'not_found_error',
        'model',
        'model_not_found',
      ),
    },
  },
]

export const cerebras: Provider = {
  id: 'cerebras',
  name: 'Cerebras',
  category: 'llm',
  baseUrl: 'https://api.cerebras.ai/v1',
  variables: ['CEREBRAS_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^csk-[a-z0-9]{48}$/,
      example: (letters) => `csk-${letters(48).toLowerCase()}`,
      role: 'usable',
      prefix: 'csk-',
      confirmed: true,
      source: 'betterleaks rules',
    },
  ],
  links: {
    dashboard: 'https://cloud.cerebras.ai',
    docs: 'https://inference-docs.cerebras.ai',
    support: 'https://www.cerebras.ai/contact',
    billing: 'https://cloud.cerebras.ai',
    statusPage: 'https://status.cerebras.ai',
  },
  status: { kind: 'statuspage', url: 'https://status.cerebras.ai/api/v2/summary.json' },
  rotation: 'manual',
  proof: { method: 'GET', path: '/models', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess: (answer) => readModelList(answer, { strict: true }),
  fingerprintHeaders: [],
  requestIdHeaders: ['x-request-id', 'cf-ray'],
  llm: { compatible: true, modelsPath: '/models' },
}
