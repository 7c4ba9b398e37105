import { bearer } from './bearer.ts'
import type { AnswerRule, Provider } from './provider.ts'
import { readEmbedding } from './read-embedding.ts'

const ERRORS = 'https://docs.voyageai.com/docs/error-codes'
const CLIENT = 'voyage-ai/voyageai-python: error.py, api_requestor.py'

const answers: AnswerRule[] = [
  {
    when: { status: 401, text: /api key is invalid|invalid (api key|authentication)|\bunauthori[sz]ed\b/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key is invalid; a key of MongoDB Atlas (al-) is known at ai.mongodb.com alone, every other one only here',
    source: CLIENT,
    example: { status: 401, body: { detail: 'Provided API key is invalid.' } },
  },
  {
    when: { status: 403, text: /^(?!.*too many).*\bip( address)?\b/i },
    verdict: 'ip_not_allowed',
    confidence: 'likely',
    says: 'the address that the request comes from is forbidden',
    source: ERRORS,
    example: { status: 403, body: { detail: 'Your IP address is forbidden.' } },
  },
  {
    when: { status: 429, text: /payment method/i },
    verdict: 'quota_or_billing',
    confidence: 'possible',
    says: 'the account has no payment method yet, and may therefore make only a few calls a minute',
    source: 'unconfirmed',
    example: {
      status: 429,
      body: {
        detail:
          'You have not yet added your payment method in the billing page and will have reduced rate limits of 3 RPM and 10K TPM.',
      },
    },
  },
  {
    when: { status: 429, text: /rate limit|too (many|frequent)|\b[rt]pm\b/i },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'requests are sent too often',
    source: ERRORS,
    example: { status: 429, body: { detail: 'The rate limit of your account is exceeded.' } },
  },
  {
    // The proof call itself names a model, which may be retired one day: that is no fault of the application.
    when: { status: 400, text: /\bmodel\b.{0,200}\bnot supported|supported models/i },
    verdict: 'unknown',
    confidence: 'possible',
    says: 'it no longer has the model that this test asks for, which leaves open whether the key is good',
    source: 'unconfirmed',
    example: { status: 400, body: { detail: 'Model voyage-none is not supported. Supported models are [...]' } },
  },
]

export const voyage: Provider = {
  id: 'voyage',
  name: 'Voyage AI',
  category: 'llm',
  baseUrl: 'https://api.voyageai.com/v1',
  sites: [
    { name: 'Voyage AI', baseUrl: 'https://api.voyageai.com/v1' },
    { name: 'MongoDB Atlas', baseUrl: 'https://ai.mongodb.com/v1' },
  ],
  variables: ['VOYAGE_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^pa-[A-Za-z0-9_-]{40,}$/,
      example: (letters) => `pa-${letters(43, 'base64url')}`,
      role: 'usable',
      prefix: 'pa-',
      confirmed: false,
      source: 'unconfirmed',
    },
    {
      kind: 'API key of MongoDB Atlas',
      pattern: /^al-[A-Za-z0-9_-]{40,}$/,
      example: (letters) => `al-${letters(43, 'base64url')}`,
      role: 'usable',
      prefix: 'al-',
      confirmed: false,
      source: 'voyage-ai/voyageai-python: util.py (the prefix; the rest is unconfirmed)',
    },
  ],
  links: {
    dashboard: 'https://dash.voyageai.com',
    docs: 'https://docs.voyageai.com',
    support: 'mailto:contact@voyageai.com',
    billing: 'https://dash.voyageai.com',
    statusPage: 'https://status.voyageai.com',
  },
  status: { kind: 'statuspage', url: 'https://voyageai-status.statuspage.io/api/v2/summary.json' },
  rotation: 'manual',
  // Nothing free is documented that only a valid key gets.
  proof: {
    method: 'POST',
    path: '/embeddings',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'voyage-3.5-lite', input: ['Claviger'] }),
    authorize: bearer,
    costs: 'one embedding of one word',
  },
  dialect: 'documented',
  answers,
  readSuccess: readEmbedding,
  fingerprintHeaders: ['request-id'],
  requestIdHeaders: ['request-id'],
  llm: { compatible: false, modelsPath: null },
  environmentHint:
    'The start of the key decides the host: keys that begin with al- belong to ai.mongodb.com, all others to api.voyageai.com.',
}
