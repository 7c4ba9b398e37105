import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Route, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf } from '../scenario-of.ts'
import { openaiDialect } from './openai-dialect.ts'

/** vLLM and LiteLLM refuse in these words; facts mark all of it unconfirmed. */
const reported = scenarioOf('vLLM and LiteLLM, general knowledge')
const scenario: typeof reported = (status, body, rest) => ({ ...reported(status, body, rest), confirmed: false })

const unauthorized: Json = { error: 'Unauthorized' }
const missingModel = {
  status: 404,
  body: {
    error: { message: 'The model `{{model}}` does not exist.', type: 'NotFoundError', param: 'model', code: 404 },
  },
}

const scenarios: Scenario[] = [
  scenario(401, unauthorized, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, unauthorized, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(
    401,
    { error: { message: 'Authentication Error - Expired Key.', type: 'expired_key', param: 'key', code: '401' } },
    { name: 'expired', expectedVerdict: 'key_expired' },
  ),
  scenario(
    429,
    { error: { message: 'Rate limit reached', type: 'rate_limit_error', param: null, code: '429' } },
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: { 'retry-after': '5' },
    },
  ),
  scenario(
    400,
    {
      error: {
        message: 'Budget has been exceeded! Current cost: 10.2, Max budget: 10.0',
        type: 'budget_exceeded',
        param: null,
        code: '400',
      },
    },
    { name: 'billing', expectedVerdict: 'quota_or_billing' },
  ),
  scenario(404, missingModel.body, { name: 'model_not_found', expectedVerdict: 'model_not_found' }),
  scenario(
    500,
    { error: { message: 'Internal Server Error', type: 'InternalServerError', code: 500 } },
    {
      name: 'outage',
      expectedVerdict: 'provider_outage',
    },
  ),
  scenario(
    503,
    { error: { message: 'Server overloaded, please retry shortly', type: 'server_error', code: 503 } },
    {
      name: 'overloaded',
      expectedVerdict: 'provider_outage',
    },
  ),
  scenario(200, { pong: true }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
]

export const openaiCompatible: Provider = {
  id: 'openai-compatible',
  name: 'OpenAI-compatible endpoint that checks keys',
  host: 'llm.lab.test',
  basePath: '/v1',
  environmentVariable: 'OPENAI_API_KEY',
  formats: { any: { mint: () => `sk-${randomText('alphanumeric', 32)}`, pattern: /.*/ } },
  presented: presentedKey,
  headers: { 'content-type': 'application/json', server: 'uvicorn' },
  requestId: () => randomText('hex', 32),
  noKey: { status: 401, body: unauthorized },
  notFound: { status: 404, headers: { 'content-type': 'text/plain' }, body: '404 page not found' },
  routes: openaiDialect({ models: ['llama3.2:latest', 'qwen3:8b'], ownedBy: 'library', missingModel }),
  scenarios,
}

const open = (route: Route): Route => ({ ...route, isPublic: true, ignoresKey: true })

/** Like Ollama: whatever key comes, or none, every route answers. A 200 from it proves no key. */
export const openaiCompatiblePublic: Provider = {
  ...openaiCompatible,
  id: 'openai-compatible-public',
  name: 'OpenAI-compatible endpoint that ignores keys',
  host: 'ollama.lab.test',
  routes: Object.fromEntries(Object.entries(openaiCompatible.routes).map(([path, route]) => [path, open(route)])),
  scenarios: [
    scenario(200, { object: 'list', data: [] }, { name: 'invalid', expectedVerdict: 'unknown' }),
    scenario(200, { object: 'list', data: [] }, { name: 'public_list', expectedVerdict: 'unknown' }),
  ],
}
