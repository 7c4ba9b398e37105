import type { AnswerCase } from '../answer-cases.ts'
import { htmlPage } from './html-page.ts'

const id = 'replicate'
const problem = (status: number, title: string, detail?: string) => ({ title, ...(detail && { detail }), status })
const typed = { 'content-type': 'application/problem+json' }

export const REPLICATE_CASES: AnswerCase[] = [
  [id, 'paired', 200, { type: 'user', username: 'lab', name: 'Lab', github_url: 'https://github.com/lab' }],
  [id, 'paired', 200, { type: 'organization', username: 'lab', name: 'Lab' }],
  [id, 'unexpected_response', 200, { username: 'lab' }],
  [id, 'unexpected_response', 200, { next: null, previous: null, results: [] }],
  [id, 'key_invalid', 401, problem(401, 'Unauthenticated', 'You did not pass a valid authentication token'), typed],
  [id, 'key_invalid', 401, { detail: 'You did not pass a valid authentication token.' }],
  [id, 'key_invalid', 401, problem(401, 'Unauthenticated')],
  [id, 'key_invalid', 401, { detail: 'Invalid token.' }],
  [id, 'unexpected_response', 401, problem(401, 'Robot')],
  [id, 'paired_limited', 403, { detail: 'You do not have permission to perform this action.' }],
  [id, 'unexpected_response', 403, problem(403, 'Forbidden')],
  [id, 'rate_limited', 429, problem(429, 'Request was throttled.', 'Expected available in 1 second.'), typed],
  [
    id,
    'rate_limited',
    429,
    { detail: 'Request was throttled. Your rate limit resets in ~30s.' },
    { 'Retry-After': '30' },
  ],
  [id, 'rate_limited', 429, problem(429, 'Unauthenticated', 'You did not pass a valid authentication token')],
  [id, 'quota_or_billing', 402, problem(402, 'Insufficient credit', 'You have insufficient credit.')],
  [id, 'quota_or_billing', 402, { title: 'Billing required', detail: 'Set up billing to run this model.' }],
  [id, 'model_not_found', 422, problem(422, 'Invalid version or not permitted', 'No such version.')],
  [id, 'base_url_wrong', 404, problem(404, 'Not found', 'The requested resource could not be found.')],
  [id, 'provider_outage', 500, problem(500, 'Internal server error')],
  [id, 'provider_outage', 502, htmlPage('502 Bad Gateway')],
  [id, 'block_page', 403, htmlPage('Attention Required! | Cloudflare'), { 'CF-Ray': '9a1-FRA', server: 'cloudflare' }],
]
