import type { AnswerCase } from '../answer-cases.ts'

const embedding = { object: 'embedding', index: 0, embedding: [0.1] }
const usage = { total_tokens: 4 }

export const JINA_CASES: AnswerCase[] = [
  ['jina', 'paired', 200, { model: 'jina-embeddings-v3', object: 'list', usage, data: [embedding] }],
  ['jina', 'unexpected_response', 200, { object: 'list', usage, data: [{ object: 'model', id: 'jina-clip-v2' }] }],
  ['jina', 'unexpected_response', 200, { wallet: { total_balance: 10 } }],
  ['jina', 'key_invalid', 401, { code: 'AUTH_INVALID_API_KEY', detail: 'Invalid API key' }],
  ['jina', 'key_invalid', 401, { error: { code: 'auth_invalid_api_key', message: 'No.' } }],
  ['jina', 'key_invalid', 401, { detail: 'Unauthorized' }],
  ['jina', 'key_expired', 401, { code: 'AUTH_INVALID_API_KEY', detail: 'This API key has expired' }],
  ['jina', 'unexpected_response', 401, { code: 'AUTH_MISSING_API_KEY', detail: 'Authentication required' }],
  ['jina', 'quota_or_billing', 403, { code: 'AUTHZ_INSUFFICIENT_BALANCE', detail: 'Top up at jina.ai' }],
  ['jina', 'quota_or_billing', 403, { detail: 'Insufficient account balance.' }],
  ['jina', 'quota_or_billing', 403, { code: 'AUTHZ_RESOURCE_LIMIT_EXCEEDED', detail: 'Resource limit exceeded' }],
  ['jina', 'quota_or_billing', 402, { detail: 'Payment Required' }],
  ['jina', 'rate_limited', 429, { code: 'RATE_CONCURRENCY_LIMIT_EXCEEDED', detail: 'Concurrency limit exceeded: 6/5' }],
  ['jina', 'rate_limited', 429, { code: 'AUTH_INVALID_API_KEY', detail: 'Invalid API key' }],
  ['jina', 'unknown', 400, { code: 'INPUT_MODEL_NOT_FOUND', detail: "Model 'x' not found" }],
  ['jina', 'base_url_wrong', 404, { detail: 'Not Found' }],
  ['jina', 'provider_outage', 504, { code: 'SERVICE_TIMEOUT', detail: 'Request timed out after 30 seconds' }],
  ['jina', 'block_page', 403, '<html><body>Unauthorized</body></html>'],
  ['jina', 'unexpected_response', 401, { knot: true }],
]
