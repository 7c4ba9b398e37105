import { presentedInHeader } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Answer, Call, IssuedKey, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('https://learn.microsoft.com/azure/foundry/openai/how-to/troubleshoot-errors (az-err)')

const error = (code: string, message: string): Json => ({ error: { code, message } })
const denied = error(
  '401',
  'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.',
)

const scenarios: Scenario[] = [
  scenario(401, denied, { name: 'invalid', expectedVerdict: 'key_invalid', source: 'az-401' }),
  /** The old value after `regenerateKey`. */
  scenario(401, denied, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    source: 'az-401',
  }),
  scenario(401, denied, { name: 'other_region', expectedVerdict: 'key_invalid', source: 'az-401' }),
  scenario(
    401,
    error(
      '401',
      'Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired.',
    ),
    {
      name: 'entra_refused',
      expectedVerdict: 'key_invalid',
      ...unconfirmed,
    },
  ),
  scenario(
    401,
    error(
      'PermissionDenied',
      'The principal `lab` lacks the required data action `{{permission}}` to perform `GET /openai/models` operation.',
    ),
    {
      name: 'missing_permission',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'Microsoft.CognitiveServices/accounts/OpenAI/models/read',
    },
  ),
  scenario(429, error('429', 'Rate limit is exceeded. Try again in 6 seconds.'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'retry-after': '6', 'retry-after-ms': '6000' },
  }),
  scenario(
    403,
    error(
      '403',
      'Your resource has been temporarily blocked because we detected behavior that may violate our content policy.',
    ),
    {
      name: 'suspended',
      expectedVerdict: 'account_suspended',
    },
  ),
  scenario(403, error('403', 'Access denied due to Virtual Network/Firewall rules.'), {
    name: 'network_blocked',
    expectedVerdict: 'ip_not_allowed',
  }),
  scenario(403, error('403', 'The subscription is disabled.'), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
    ...unconfirmed,
  }),
  scenario(404, error('404', 'API version not supported'), {
    name: 'api_version',
    expectedVerdict: 'api_version_unsupported',
  }),
  scenario(404, error('404', 'Resource not found'), { name: 'not_found', expectedVerdict: 'base_url_wrong' }),
  scenario(404, error('DeploymentNotFound', 'The API deployment for this resource does not exist.'), {
    name: 'deployment_not_found',
    expectedVerdict: 'model_not_found',
  }),
  scenario(500, error('InternalServerError', 'The server had an error while processing your request.'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { sky: 'azure' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(403, error('SkyIsGrey', 'The sky is grey.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const models = (_: Call, key: IssuedKey | undefined): Answer => ({
  status: 200,
  body: {
    data: (key?.models ?? ['gpt-4o-2024-11-20', 'text-embedding-3-large']).map((id) => ({
      capabilities: { fine_tune: false, inference: true, completion: false, chat_completion: true, embeddings: false },
      lifecycle_status: 'generally-available',
      deprecation: { inference: 1_800_000_000 },
      status: 'succeeded',
      created_at: 1_732_060_800,
      object: 'model',
      id,
    })),
    object: 'list',
  },
})

export const azureOpenai: Provider = {
  id: 'azure-openai',
  name: 'Azure OpenAI',
  host: 'lab-resource.openai.azure.com',
  basePath: '',
  environmentVariable: 'AZURE_OPENAI_API_KEY',
  formats: {
    resource: { mint: () => randomText('hex', 32), pattern: /^[a-f0-9]{32}$/ },
    long: { mint: () => randomText('alphanumeric', 84), pattern: /^[A-Za-z0-9]{84}$/ },
  },
  proof: (key) => ({ path: '/openai/models?api-version=2024-10-21', headers: { 'api-key': key } }),
  presented: (call) => presentedInHeader(call, 'api-key'),
  headers: {
    'content-type': 'application/json',
    'apim-request-id': '{{requestId}}',
    'x-ms-region': 'Sweden Central',
    'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
  },
  requestId: () => [8, 4, 4, 4, 12].map((length) => randomText('hex', length)).join('-'),
  noKey: { status: 401, body: denied },
  notFound: { status: 404, body: error('404', 'Resource not found') },
  routes: { 'GET /openai/models': { answer: models } },
  scenarios,
}
