import type { AnswerCase } from '../answer-cases.ts'
import { htmlPage } from './html-page.ts'

const id = 'pinecone'
const error = (status: number, code: string, message = 'Sorry.') => ({ error: { code, message }, status })

export const PINECONE_CASES: AnswerCase[] = [
  [id, 'paired', 200, { indexes: [] }],
  [id, 'paired', 200, { indexes: [{ name: 'a', host: 'a-1234abc.svc.aped-4627-b74a.pinecone.io', metric: 'cosine' }] }],
  [id, 'unexpected_response', 200, { indexes: ['a'] }],
  [id, 'unexpected_response', 200, { databases: [] }],
  [id, 'key_invalid', 401, error(401, 'UNAUTHENTICATED', 'Invalid API key.')],
  [id, 'key_invalid', 401, error(401, 'UNAUTHENTICATED')],
  [id, 'key_invalid', 401, 'Invalid API Key', { 'X-Pinecone-Auth-Rejected-Reason': 'Wrong API key' }],
  [
    id,
    'key_invalid',
    401,
    'API key is missing or invalid for the environment "us-west1-gcp". Check that the correct environment is specified.',
  ],
  [id, 'unexpected_response', 401, 'Unauthorized'],
  [id, 'unexpected_response', 401, error(401, 'SQUIRREL')],
  [id, 'paired_limited', 403, error(403, 'FORBIDDEN', 'This role cannot list indexes.')],
  [id, 'paired_limited', 403, error(403, 'PERMISSION_DENIED')],
  [id, 'quota_or_billing', 403, error(403, 'FORBIDDEN', 'You have reached the quota of 5 indexes. Upgrade your plan.')],
  [id, 'quota_or_billing', 429, error(429, 'QUOTA_EXCEEDED')],
  [
    id,
    'quota_or_billing',
    429,
    error(429, 'RESOURCE_EXHAUSTED', 'You’ve reached your read unit limit for this month. Upgrade your plan.'),
  ],
  [id, 'quota_or_billing', 402, error(402, 'PAYMENT_REQUIRED', 'The request failed due to delinquent payment.')],
  [id, 'rate_limited', 429, error(429, 'RESOURCE_EXHAUSTED', 'Too many requests.')],
  [id, 'rate_limited', 429, error(429, 'UNAUTHENTICATED', 'Invalid API key.')],
  [id, 'wrong_environment', 404, error(404, 'NOT_FOUND', 'Index prod-docs not found.')],
  [id, 'base_url_wrong', 404, ''],
  [id, 'base_url_wrong', 404, error(404, 'NOT_FOUND')],
  [id, 'api_version_unsupported', 400, error(400, 'INVALID_ARGUMENT', 'Invalid API version: 1999-01.')],
  [id, 'unexpected_response', 409, error(409, 'ALREADY_EXISTS', 'The index exists already.')],
  [id, 'provider_outage', 500, error(500, 'UNKNOWN')],
  [id, 'provider_outage', 503, error(503, 'UNAVAILABLE', 'Invalid API key.')],
  [id, 'block_page', 403, htmlPage('403 Forbidden', 'Your client does not have permission to get URL /indexes')],
  ['pinecone', 'key_invalid', 401, 'Malformed domain', { 'x-pinecone-auth-rejected-reason': 'Wrong API key' }],
  ['pinecone', 'key_invalid', 403, 'Forbidden', { 'x-pinecone-auth-rejected-reason': 'Invalid API key' }],
  [
    'pinecone',
    'account_suspended',
    403,
    { error: { code: 'FORBIDDEN', message: 'This project has been suspended.' }, status: 403 },
  ],
]
