import { bearer } from './bearer.ts'
import type { AnswerRule, Provider } from './provider.ts'
import { readModelList } from './read-model-list.ts'

const OBSERVED = 'answers quoted in public issues (401 UNAUTHORIZED, 412 PRECONDITION_FAILED)'

const error = (message: string, code: string) => ({ error: { message, param: null, code, type: 'error' } })

const answers: AnswerRule[] = [
  {
    when: { status: 401, code: ['api_key_expired', 'expired_api_key'], text: /api key (has |is )?expired/i },
    verdict: 'key_expired',
    confidence: 'possible',
    says: 'the key has expired, as every key does a year after it was made at the latest',
    source: 'unconfirmed',
    example: { status: 401, body: error('The API key has expired.', 'UNAUTHORIZED') },
  },
  {
    when: { status: [401, 403], code: 'unauthorized', text: /api key you provided is invalid|invalid api key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key is invalid; every key ends a year after it was made at the latest, and the words may be the same then',
    source: OBSERVED,
    example: { status: 401, body: error('The API key you provided is invalid.', 'UNAUTHORIZED') },
  },
  {
    when: { status: 403, code: ['forbidden', 'permission_denied'], text: /\bpermission|not allowed/i },
    verdict: 'permission_missing',
    confidence: 'possible',
    says: 'the key may not do this',
    source: 'unconfirmed',
    example: { status: 403, body: error('You do not have permission to access this account.', 'FORBIDDEN') },
  },
  {
    when: { status: 412, text: /\baccount\b.{0,80}\bsuspended/i },
    verdict: 'account_suspended',
    confidence: 'likely',
    says: 'the account is suspended, possibly because it reached its monthly spending limit or left an invoice unpaid',
    source: OBSERVED,
    example: {
      status: 412,
      body: error(
        'Account acme is suspended, possibly due to reaching the monthly spending limit or failure to pay past invoices. Please go to https://fireworks.ai/account/billing for more information.',
        'PRECONDITION_FAILED',
      ),
    },
  },
  {
    when: { status: 412, text: /spending limit|invoices?|credits?|billing|quota/i },
    verdict: 'quota_or_billing',
    confidence: 'possible',
    says: 'the account has reached its spending limit, or is out of credit',
    source: 'unconfirmed',
    example: { status: 412, body: error('The monthly spending limit is reached.', 'PRECONDITION_FAILED') },
  },
  {
    when: { status: 404, text: /\bmodel not found/i },
    verdict: 'model_not_found',
    confidence: 'possible',
    says: 'the model is not there, not open to this account or not deployed; its name begins with accounts/',
    source: 'unconfirmed',
    example: { status: 404, body: error('Model not found, inaccessible, and/or not deployed', 'NOT_FOUND') },
  },
]

export const fireworks: Provider = {
  id: 'fireworks',
  name: 'Fireworks AI',
  category: 'llm',
  baseUrl: 'https://api.fireworks.ai/inference/v1',
  variables: ['FIREWORKS_API_KEY', 'FIREWORKS_AI_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^fw_[A-Za-z0-9]{24,}$/,
      example: (letters) => `fw_${letters(24)}`,
      role: 'usable',
      prefix: 'fw_',
      confirmed: true,
      source: 'rules of public key scanners (24 letters or more)',
    },
  ],
  links: {
    dashboard: 'https://app.fireworks.ai/settings/users/api-keys',
    docs: 'https://docs.fireworks.ai',
    support: 'https://fireworks.ai/support',
    billing: 'https://fireworks.ai/account/billing',
    statusPage: 'https://status.fireworks.ai',
  },
  status: { kind: 'statuspage', url: 'https://status.fireworks.ai/api/v2/summary.json' },
  rotation: 'automatic',
  // Nothing documents that this list is closed to strangers, so a wrong key must be refused before it proves anything.
  proof: { method: 'GET', path: '/models', authorize: bearer, needsNegativeControl: true, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess: (answer) => readModelList(answer, { strict: false }),
  fingerprintHeaders: [],
  requestIdHeaders: ['x-request-id'],
  llm: { compatible: true, modelsPath: '/models' },
  environmentHint: 'Fireworks keys carry no test or live mark, and end one year after they were made at the latest.',
}
