import type { AnswerCase } from '../answer-cases.ts'
import { htmlPage } from './html-page.ts'

const id = 'algolia'
const said = (message: string, status: number) => ({ message, status })

export const ALGOLIA_CASES: AnswerCase[] = [
  [id, 'paired', 200, { items: [], nbPages: 0 }],
  [id, 'paired', 200, { items: [{ name: 'products', entries: 12 }], nbPages: 3 }],
  [id, 'unexpected_response', 200, { items: [] }],
  [id, 'unexpected_response', 200, { results: [] }],
  [id, 'key_invalid', 403, said('Invalid Application-ID or API key', 403)],
  [id, 'key_invalid', 401, said('Invalid Application-ID or API key', 401)],
  [id, 'key_invalid', 403, { message: 'invalid application-id or api key.' }],
  [id, 'key_invalid', 403, '{"message":"Invalid Application-ID or API key","status":4'],
  [id, 'key_expired', 403, said('Validity period expired', 403)],
  [id, 'paired_limited', 403, said('Method not allowed with this API key', 403)],
  [id, 'paired_limited', 403, said('Index not allowed with this API key', 403)],
  [id, 'paired_limited', 403, said('Method not allowed with this referer', 403)],
  [id, 'ip_not_allowed', 403, said('Method not allowed with this source IP', 403)],
  [id, 'quota_or_billing', 403, said('Record quota exceeded, change plan or delete records.', 403)],
  [id, 'account_suspended', 403, said('Your application has been blocked.', 403)],
  [id, 'unexpected_response', 403, said('No.', 403)],
  [id, 'rate_limited', 429, said('Too many requests', 429)],
  [id, 'rate_limited', 429, said('Invalid Application-ID or API key', 429)],
  [id, 'base_url_wrong', 404, said('Not Found', 404)],
  [id, 'unexpected_response', 400, said('Index name is not valid', 400)],
  [id, 'provider_outage', 500, said('Internal Server Error', 500)],
  [id, 'provider_outage', 503, htmlPage('503 Service Unavailable', 'nginx')],
  [id, 'block_page', 403, htmlPage('403 Forbidden', 'Blocked by policy')],
]
