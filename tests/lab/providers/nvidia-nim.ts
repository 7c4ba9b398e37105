import { randomText } from '../random-text.ts'
import type { Call, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('trufflehog detector for NVIDIA keys (th:nvapi)')

const status = (statusCode: string, statusDescription?: string): Json => ({
  requestStatus: { statusCode, ...(statusDescription && { statusDescription }), requestId: '{{requestId}}' },
})
/** The catalogue of models answers in another dialect than the service that knows keys. */
const problem = (code: number, title: string, detail: string): Json => ({ status: code, title, detail })

const invalid = status('UNAUTHORIZED', 'Invalid API key.')

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
  scenario(403, status('FORBIDDEN', 'The caller is not entitled to this product.'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'model',
    ...unconfirmed,
  }),
  scenario(429, problem(429, 'Too Many Requests', 'Too many requests.'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    ...unconfirmed,
  }),
  scenario(402, problem(402, 'Payment Required', 'Your credits are used up.'), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
    ...unconfirmed,
  }),
  scenario(404, problem(404, 'Not Found', "Function '{{requestId}}': Not found for account '{{account}}'"), {
    name: 'model_not_found',
    expectedVerdict: 'model_not_found',
    source: 'nv-pub',
  }),
  scenario(410, problem(410, 'Gone', "The model 'meta/llama-none' has reached its end of life on 2026-01-01."), {
    name: 'model_withdrawn',
    expectedVerdict: 'model_not_found',
    source: 'nv-pub',
  }),
  scenario(500, status('INTERNAL_ERROR', 'Internal error.'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { gpus: 8 }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(409, status('FAN_STUCK', 'The fan is stuck.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

/** The one service that takes its key as a field of a form. */
function presentedInForm(call: Call): string | undefined {
  return new URLSearchParams(call.body).get('credentials') || undefined
}

export const nvidiaNim: Provider = {
  id: 'nvidia-nim',
  name: 'NVIDIA NIM',
  host: 'api.ngc.nvidia.com',
  basePath: '/v3',
  environmentVariable: 'NVIDIA_API_KEY',
  formats: { api: { mint: () => `nvapi-${randomText('base64url', 64)}`, pattern: /^nvapi-[A-Za-z0-9_-]{60,70}$/ } },
  proof: (key) => ({
    method: 'POST',
    path: '/keys/get-caller-info',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ credentials: key }).toString(),
  }),
  presented: presentedInForm,
  headers: { 'content-type': 'application/json', server: 'nginx', 'nv-trace-id': '{{requestId}}' },
  requestId: () => randomText('hex', 32),
  noKey: { status: 400, body: status('INVALID_REQUEST', 'The field credentials is missing.') },
  notFound: { status: 404, body: status('NOT_FOUND', 'No such resource.') },
  routes: {
    'POST /keys/get-caller-info': {
      answer: () => ({
        status: 200,
        body: {
          requestStatus: { statusCode: 'SUCCESS', requestId: '{{requestId}}' },
          type: 'PERSONAL_KEY',
          orgName: 'org-{{account}}',
          products: ['nv-cloud-functions'],
          userId: '{{account}}',
          user: { name: 'Lab', email: 'lab@example.com', roles: [] },
        },
      }),
    },
  },
  scenarios,
}
