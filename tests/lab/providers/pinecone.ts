import { presentedInHeader } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('pinecone-io/pinecone-api: db_control_2025-10.oas.yaml (pc-db, pc-adm)')

const error = (status: number, code: string, message: string): Json => ({ error: { code, message }, status })
const invalid = error(401, 'UNAUTHENTICATED', 'Invalid API Key')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, 'Invalid API Key', {
    name: 'invalid_text',
    expectedVerdict: 'key_invalid',
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    ...unconfirmed,
  }),
  scenario(401, invalid, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(403, error(403, 'FORBIDDEN', 'The API key does not have permission to access this resource.'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'ControlPlaneViewer',
    source: 'th:pinecone: 403 is a good key whose role lacks the control plane',
  }),
  scenario(429, error(429, 'RESOURCE_EXHAUSTED', 'Too many requests. Please retry later.'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
  }),
  scenario(
    429,
    error(429, 'QUOTA_EXCEEDED', 'The index exceeds the project quota of 5 serverless indexes. Upgrade your plan.'),
    { name: 'quota', expectedVerdict: 'quota_or_billing' },
  ),
  scenario(402, error(402, 'PAYMENT_REQUIRED', 'Request failed. Your organization has a delinquent payment.'), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
  }),
  scenario(404, error(404, 'NOT_FOUND', 'Index semantic-search not found.'), {
    name: 'other_project',
    expectedVerdict: 'wrong_environment',
  }),
  scenario(400, error(400, 'INVALID_ARGUMENT', 'Unsupported X-Pinecone-Api-Version: 1999-01'), {
    name: 'api_version',
    expectedVerdict: 'api_version_unsupported',
    ...unconfirmed,
  }),
  scenario(500, error(500, 'UNKNOWN', 'Internal server error'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
  }),
  scenario(200, { cones: 3 }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(409, error(409, 'SQUIRREL', 'A squirrel took it.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const index: Json = {
  name: 'lab',
  vector_type: 'dense',
  metric: 'cosine',
  dimension: 1024,
  status: { ready: true, state: 'Ready' },
  host: 'lab-c0ffee1.svc.aped-4627-b74a.pinecone.io',
  spec: { serverless: { region: 'us-east-1', cloud: 'aws' } },
  deletion_protection: 'disabled',
  tags: null,
}

export const pinecone: Provider = {
  id: 'pinecone',
  name: 'Pinecone',
  host: 'api.pinecone.io',
  basePath: '',
  environmentVariable: 'PINECONE_API_KEY',
  formats: {
    api: {
      mint: () => `pcsk_${randomText('alphanumeric', 6)}_${randomText('alphanumeric', 63)}`,
      pattern: /^pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}$/,
    },
    older: {
      mint: () => [8, 4, 4, 4, 12].map((length) => randomText('hex', length)).join('-'),
      pattern: /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/,
    },
  },
  proof: (key) => ({ path: '/indexes', headers: { 'api-key': key, 'x-pinecone-api-version': '2025-10' } }),
  presented: (call) => presentedInHeader(call, 'api-key'),
  headers: {
    'content-type': 'application/json',
    'x-pinecone-api-version': '2025-10',
    'x-cloud-trace-context': '{{requestId}}',
    server: 'Google Frontend',
    via: '1.1 google',
  },
  requestId: () => randomText('hex', 32),
  noKey: { status: 401, body: 'Unauthorized', headers: { 'content-type': 'text/plain; charset=utf-8' } },
  notFound: { status: 404, body: '', headers: { 'content-type': 'text/plain' } },
  routes: {
    'GET /indexes': { needs: 'ControlPlaneViewer', answer: () => ({ status: 200, body: { indexes: [index] } }) },
  },
  scenarios,
}
