import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'
import { askedModel } from './openai-dialect.ts'

const scenario = scenarioOf('voyage-ai/voyageai-python: error.py; docs.voyageai.com/docs/error-codes (voy-py)')

const says = (detail: string): Json => ({ detail })
const invalid = says('Provided API key is invalid.')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, invalid, {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
    ...unconfirmed,
  }),
  scenario(401, invalid, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(403, says('The IP address you are sending the request from is forbidden.'), {
    name: 'ip_blocked',
    expectedVerdict: 'ip_not_allowed',
    ...unconfirmed,
  }),
  scenario(429, says('Rate limit exceeded. Please pace your requests.'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
  }),
  scenario(
    429,
    says(
      'You have not yet added your payment method in the billing page and will have reduced rate limits of 3 RPM and 10K TPM. To unlock our standard rate limits, please add a payment method in the billing page for the appropriate organization in the user dashboard.',
    ),
    { name: 'billing', expectedVerdict: 'quota_or_billing', ...unconfirmed },
  ),
  scenario(400, says('Model {{model}} is not supported. Supported models are [voyage-4].'), {
    name: 'model_retired',
    expectedVerdict: 'unknown',
    ...unconfirmed,
  }),
  scenario(400, says('The request body is not valid JSON.'), {
    name: 'malformed',
    expectedVerdict: 'unexpected_response',
  }),
  scenario(500, says('Unexpected issue on our servers.'), { name: 'outage', expectedVerdict: 'provider_outage' }),
  scenario(503, says('Our servers are currently experiencing high traffic.'), {
    name: 'overloaded',
    expectedVerdict: 'provider_outage',
  }),
  scenario(200, { bon: 'voyage' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(409, says('The ship has sailed.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const vector = Array.from({ length: 8 }, (_, index) => index / 8)

export const voyage: Provider = {
  id: 'voyage',
  name: 'Voyage AI',
  host: 'api.voyageai.com',
  basePath: '/v1',
  environmentVariable: 'VOYAGE_API_KEY',
  formats: { api: { mint: () => `pa-${randomText('base64url', 43)}`, pattern: /^pa-[A-Za-z0-9_-]+$/ } },
  proof: (key) => ({
    method: 'POST',
    path: '/embeddings',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'voyage-3.5', input: ['a word'] }),
  }),
  presented: presentedKey,
  headers: { 'content-type': 'application/json', 'request-id': '{{requestId}}' },
  requestId: () => randomText('hex', 32),
  noKey: { status: 401, body: says('Missing API key in the Authorization header.') },
  notFound: { status: 404, body: says('Not Found') },
  routes: {
    'POST /embeddings': {
      answer: (call) => ({
        status: 200,
        body: {
          object: 'list',
          data: [{ object: 'embedding', embedding: vector, index: 0 }],
          model: askedModel(call) ?? 'voyage-3.5',
          usage: { total_tokens: 3 },
        },
      }),
    },
  },
  scenarios,
}
