import { presentedKey } from '../presented-key.ts'
import { bearer } from '../proof-call.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf } from '../scenario-of.ts'

const scenario = scenarioOf(
  'https://developers.notion.com/reference/status-codes and makenotion/notion-sdk-js (no-sdk)',
)

const error = (status: number, code: string, message: string): Json => ({
  object: 'error',
  status,
  code,
  message,
  request_id: '{{requestId}}',
})
const invalid = error(401, 'unauthorized', 'API token is invalid.')
const missingVersion = {
  status: 400,
  body: error(
    400,
    'missing_version',
    'Notion-Version header failed validation: Notion-Version header should be defined, instead was `undefined`.',
  ),
}

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, invalid, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(403, error(403, 'restricted_resource', 'Insufficient permissions for this endpoint.'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'read_user',
  }),
  scenario(
    404,
    error(
      404,
      'object_not_found',
      'Could not find database with ID: {{account}}. Make sure the relevant pages and databases are shared with your integration.',
    ),
    { name: 'not_shared', expectedVerdict: 'paired_limited' },
  ),
  scenario(429, error(429, 'rate_limited', 'You have been rate limited. Please try again in a few minutes.'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'retry-after': '300' },
  }),
  scenario(400, missingVersion.body, { name: 'api_version', expectedVerdict: 'api_version_unsupported' }),
  scenario(500, error(500, 'internal_server_error', 'Unexpected error occurred.'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
  }),
  scenario(503, error(503, 'service_unavailable', 'Notion is unavailable, please try again later.'), {
    name: 'overloaded',
    expectedVerdict: 'provider_outage',
  }),
  scenario(200, { notion: 'vague' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(409, error(409, 'second_thoughts', 'On second thoughts, no.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const notion: Provider = {
  id: 'notion',
  name: 'Notion',
  host: 'api.notion.com',
  basePath: '/v1',
  environmentVariable: 'NOTION_TOKEN',
  formats: {
    current: {
      mint: () => `ntn_${randomText('digits', 11)}${randomText('alphanumeric', 35)}`,
      pattern: /^ntn_[0-9]{11}[A-Za-z0-9]{35}$/,
    },
    older: { mint: () => `secret_${randomText('alphanumeric', 43)}`, pattern: /^secret_[A-Za-z0-9]{43}$/ },
  },
  proof: (key) => ({ path: '/users/me', headers: { ...bearer(key), 'notion-version': '2022-06-28' } }),
  presented: presentedKey,
  check: (call) => (call.headers['notion-version'] ? undefined : missingVersion),
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'x-notion-request-id': '{{requestId}}',
    server: 'cloudflare',
    'cf-ray': '9a1f0c2d3e4b5a71-FRA',
  },
  requestId: () => [8, 4, 4, 4, 12].map((length) => randomText('hex', length)).join('-'),
  noKey: { status: 401, body: invalid },
  notFound: { status: 400, body: error(400, 'invalid_request_url', 'Invalid request URL.') },
  routes: {
    'GET /users/me': {
      answer: () => ({
        status: 200,
        body: {
          object: 'user',
          id: 'b07-{{account}}',
          name: 'Lab',
          avatar_url: null,
          type: 'bot',
          bot: { owner: { type: 'workspace', workspace: true }, workspace_name: 'Lab workspace' },
          request_id: '{{requestId}}',
        },
      }),
    },
  },
  scenarios,
}
