import type { AnswerCase } from '../answer-cases.ts'

const embedding = { object: 'embedding', embedding: [0.1, 0.2], index: 0 }
const usage = { total_tokens: 3 }

export const VOYAGE_CASES: AnswerCase[] = [
  ['voyage', 'paired', 200, { object: 'list', data: [embedding], model: 'voyage-3.5-lite', usage }],
  ['voyage', 'paired', 200, { object: 'list', data: [{ ...embedding, embedding: 'AAAA' }], usage }],
  ['voyage', 'unexpected_response', 200, { object: 'list', data: [], usage }],
  ['voyage', 'unexpected_response', 200, { object: 'list', data: [{ id: 'voyage-3.5', object: 'model' }], usage }],
  ['voyage', 'unexpected_response', 200, { object: 'list', data: [embedding] }],
  ['voyage', 'key_invalid', 401, { detail: 'Provided API key is invalid.' }],
  ['voyage', 'key_invalid', 401, { detail: 'Unauthorized' }],
  ['voyage', 'key_invalid', 401, { error: { message: 'Invalid API key' } }],
  ['voyage', 'key_expired', 401, { detail: 'The API key has expired.' }],
  ['voyage', 'ip_not_allowed', 403, { detail: 'Requests from this IP are forbidden' }],
  ['voyage', 'rate_limited', 429, { detail: 'Too many requests' }],
  ['voyage', 'rate_limited', 429, { detail: 'Provided API key is invalid.' }],
  ['voyage', 'quota_or_billing', 429, { detail: 'Please add a payment method to unlock our standard rate limits.' }],
  ['voyage', 'quota_or_billing', 402, { detail: 'Payment required' }],
  ['voyage', 'unknown', 400, { detail: 'Model voyage-01 is not supported. Supported models are [voyage-4]' }],
  ['voyage', 'unexpected_response', 400, { detail: 'The request body is not valid JSON.' }],
  ['voyage', 'base_url_wrong', 404, { detail: 'Not Found' }],
  ['voyage', 'provider_outage', 502, { detail: 'Provided API key is invalid.' }],
  ['voyage', 'block_page', 403, '<html><body>Forbidden</body></html>'],
  ['voyage', 'unexpected_response', 401, { ship: 'sailed' }],
]
