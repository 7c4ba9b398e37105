import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf } from '../scenario-of.ts'

const scenario = scenarioOf('cohere-ai/cohere-developer-experience: errors.mdx (coh-err)')

const says = (message: string): Json => ({ message })
const models = ['command-a-03-2025', 'command-r7b-12-2024', 'embed-v4.0']
const missingModel = says(
  "model '{{model}}' not found, make sure the correct model ID was used and that you have access to the model.",
)

const scenarios: Scenario[] = [
  scenario(401, says('invalid api token'), { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(
    401,
    says(
      'Your API key has expired. Please create a production key at dashboard.cohere.com or reach out to your contact at Cohere to continue using our API.',
    ),
    { name: 'expired', expectedVerdict: 'key_expired' },
  ),
  scenario(401, says('invalid api token'), {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
  }),
  scenario(429, says('You are past the per minute request limit, please wait and try again later.'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
  }),
  scenario(
    429,
    says(
      "You are using a Trial key, which is limited to 40 API calls / minute. You can continue to use the Trial key for free or upgrade to a Production key with higher rate limits at 'https://dashboard.cohere.com/api-keys'. Contact us on 'https://discord.gg/XW44jPfYJu' or email us at support@cohere.com with any questions",
    ),
    { name: 'trial_minute', expectedVerdict: 'rate_limited' },
  ),
  scenario(
    429,
    says(
      "You are using a Trial key, which is limited to 1000 API calls / month. You can continue to use the Trial key for free or upgrade to a Production key with higher rate limits at 'https://dashboard.cohere.com/api-keys'.",
    ),
    { name: 'trial_month', expectedVerdict: 'quota_or_billing' },
  ),
  scenario(
    402,
    says('Please add or update your payment method at https://dashboard.cohere.com/billing?tab=payment to continue'),
    { name: 'billing', expectedVerdict: 'quota_or_billing' },
  ),
  scenario(404, missingModel, { name: 'model_not_found', expectedVerdict: 'model_not_found' }),
  scenario(
    400,
    says(
      'invalid API version was passed in, for more information please refer to https://docs.cohere.com/versioning-reference',
    ),
    { name: 'api_version', expectedVerdict: 'api_version_unsupported' },
  ),
  scenario(500, says('internal server error, this has been reported to our developers.'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
  }),
  scenario(200, { coral: true }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(409, says('the reef is closed'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const cohere: Provider = {
  id: 'cohere',
  name: 'Cohere',
  host: 'api.cohere.com',
  basePath: '',
  environmentVariable: 'CO_API_KEY',
  formats: { api: { mint: () => randomText('alphanumeric', 40), pattern: /^[A-Za-z0-9]{40}$/ } },
  proof: (key) => ({ method: 'POST', path: '/v1/check-api-key', headers: { authorization: `Bearer ${key}` } }),
  presented: presentedKey,
  headers: {
    'content-type': 'application/json',
    'x-debug-trace-id': '{{requestId}}',
    server: 'envoy',
    via: '1.1 google',
  },
  requestId: () => randomText('hex', 32),
  noKey: { status: 401, body: says('no api key supplied') },
  notFound: { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: '404 page not found' },
  routes: {
    'POST /v1/check-api-key': {
      answer: () => ({
        status: 200,
        body: { valid: true, organization_id: 'org-{{account}}', owner_id: 'own-{{account}}' },
      }),
    },
    'GET /v1/models': {
      answer: () => ({
        status: 200,
        body: {
          models: models.map((name) => ({ name, endpoints: ['chat'], finetuned: false, context_length: 128_000 })),
        },
      }),
    },
    'GET /v1/models/:model': {
      answer: (call) => {
        const name = call.path.split('/').pop() ?? ''
        return models.includes(name) ? { status: 200, body: { name } } : { status: 404, body: missingModel }
      },
    },
    'POST /v2/chat': {
      generates: true,
      answer: () => ({ status: 200, body: { id: '{{requestId}}', finish_reason: 'COMPLETE' } }),
    },
  },
  scenarios,
}
