import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { IssuedKey, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'
import { openaiDialect } from './openai-dialect.ts'

const scenario = scenarioOf('trufflehog detector, xai-org/xai-sdk-python (th:xai, xai-sdk)')

const error = (code: string, message: string): Json => ({ code, error: message })
const DENIED = 'The caller does not have permission to execute the specified operation'

const describeKey = (marks: Record<string, Json>, key?: IssuedKey): Json => ({
  redacted_api_key: '{{maskedKey}}',
  user_id: 'user-{{account}}',
  name: 'lab',
  create_time: '2026-01-02T03:04:05.678901Z',
  modify_time: '2026-01-02T03:04:05.678901Z',
  modified_by: 'user-{{account}}',
  team_id: 'team-{{account}}',
  acls: key?.permissions ?? ['api-key:model:*', 'api-key:endpoint:*'],
  api_key_id: 'key-{{account}}',
  team_blocked: false,
  api_key_blocked: false,
  api_key_disabled: false,
  ...marks,
})

const invalid = error(
  'Client specified an invalid argument',
  'Incorrect API key provided: {{maskedKey}}. You can obtain an API key from https://console.x.ai.',
)
const missingModel = {
  status: 404,
  body: error(
    'Some requested entity was not found',
    'The model {{model}} does not exist or your team {{account}} does not have access to it.',
  ),
}

const scenarios: Scenario[] = [
  scenario(400, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(400, invalid, {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
    ...unconfirmed,
  }),
  scenario(200, describeKey({ api_key_disabled: true }), { name: 'revoked', expectedVerdict: 'key_revoked' }),
  scenario(200, describeKey({ api_key_blocked: true }), { name: 'blocked', expectedVerdict: 'key_revoked' }),
  scenario(200, describeKey({ team_blocked: true }), { name: 'suspended', expectedVerdict: 'account_suspended' }),
  scenario(403, error(DENIED, 'The API key does not have permission to access this endpoint.'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'api-key:endpoint:chat',
  }),
  scenario(
    403,
    error(
      DENIED,
      "Your newly created team doesn't have any credits yet. You can purchase those credits on https://console.x.ai/team/{{account}}.",
    ),
    { name: 'billing', expectedVerdict: 'quota_or_billing', source: 'xai-cred' },
  ),
  scenario(
    429,
    error(
      'Some resource has been exhausted',
      'Your team {{account}} has either used all available credits or reached its monthly spending limit.',
    ),
    { name: 'spending_limit', expectedVerdict: 'quota_or_billing', ...unconfirmed },
  ),
  scenario(429, error('Some resource has been exhausted', 'Rate limit exceeded'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    source: 'bill',
  }),
  scenario(404, missingModel.body, { name: 'model_not_found', expectedVerdict: 'model_not_found', ...unconfirmed }),
  scenario(503, error('The service is currently unavailable', 'Service temporarily unavailable.'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { api_key_blocked: true }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(409, error('Orbit decayed', 'The dish points elsewhere.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const xai: Provider = {
  id: 'xai',
  name: 'xAI (Grok)',
  host: 'api.x.ai',
  basePath: '/v1',
  environmentVariable: 'XAI_API_KEY',
  formats: {
    api: { mint: () => `xai-${randomText('alphanumeric', 80)}`, pattern: /^xai-[A-Za-z0-9_-]{70,120}$/ },
  },
  proof: (key) => ({ path: '/api-key', headers: { authorization: `Bearer ${key}` } }),
  presented: presentedKey,
  headers: { 'content-type': 'application/json', server: 'cloudflare', 'x-request-id': '{{requestId}}' },
  requestId: () => randomText('hex', 32),
  mask: (key) => `${key.slice(0, 2)}***${key.slice(-2)}`,
  noKey: { status: 401, body: error('Unauthenticated', 'No credentials were provided in the Authorization header.') },
  notFound: { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not Found' },
  routes: {
    ...openaiDialect({ models: ['grok-4', 'grok-code-fast-1'], ownedBy: 'xai', missingModel }),
    'GET /api-key': { answer: (_, key) => ({ status: 200, body: describeKey({}, key) }) },
  },
  scenarios,
}
