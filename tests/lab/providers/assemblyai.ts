import { presentedInHeader } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('AssemblyAI/assemblyai-api-spec: openapi.yml (aai-oas)')

const error = (message: string): Json => ({ error: message })
const invalid = error('Authentication error, API token missing/invalid')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, invalid, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(429, error('Too Many Requests'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'retry-after': '60' },
  }),
  scenario(400, error('Your current account balance is negative. Please top up to continue using the API.'), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
    source: 'AssemblyAI/cookbook: common_errors_and_solutions.md',
  }),
  scenario(500, error('Server error, developers have been alerted.'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    source: 'AssemblyAI/cookbook: common_errors_and_solutions.md',
  }),
  scenario(200, { words: [] }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(400, error('The assembly is not in session.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const page: Json = {
  page_details: {
    limit: 1,
    result_count: 1,
    current_url: 'https://api.assemblyai.com/v2/transcript?limit=1',
    prev_url: null,
    next_url: null,
  },
  transcripts: [
    {
      id: '6a1b0c0f-0000-4000-8000-000000000001',
      resource_url: 'https://api.assemblyai.com/v2/transcript/6a1b0c0f-0000-4000-8000-000000000001',
      status: 'completed',
      created: '2026-10-14T11:58:53.526000',
      completed: '2026-10-14T11:59:10.114000',
      audio_url: 'https://example.com/lab.mp3',
      error: null,
    },
  ],
}

export const assemblyai: Provider = {
  id: 'assemblyai',
  name: 'AssemblyAI',
  host: 'api.assemblyai.com',
  basePath: '/v2',
  environmentVariable: 'ASSEMBLYAI_API_KEY',
  formats: { api: { mint: () => randomText('hex', 32), pattern: /^[a-z0-9]{32}$/ } },
  proof: (key) => ({ path: '/transcript?limit=1', headers: { authorization: key } }),
  presented: (call) => presentedInHeader(call, 'authorization'),
  headers: { 'content-type': 'application/json; charset=utf-8', server: 'nginx', 'x-request-id': '{{requestId}}' },
  requestId: () => randomText('hex', 32),
  noKey: { status: 401, body: invalid },
  notFound: { status: 404, body: error('Not found') },
  routes: { 'GET /transcript': { answer: () => ({ status: 200, body: page }) } },
  scenarios,
}
