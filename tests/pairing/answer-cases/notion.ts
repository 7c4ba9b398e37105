import type { AnswerCase } from '../answer-cases.ts'
import { htmlPage } from './html-page.ts'

const id = 'notion'
const error = (status: number, code: string, message = 'Sorry.') => ({ object: 'error', status, code, message })

export const NOTION_CASES: AnswerCase[] = [
  [id, 'paired', 200, { object: 'user', id: 'b1', type: 'bot', bot: {} }],
  [
    id,
    'paired',
    200,
    {
      object: 'user',
      id: 'b1',
      name: 'CI',
      type: 'bot',
      bot: { owner: { type: 'user', user: { object: 'user', id: 'u1', name: 'Ada' } }, workspace_name: 'Lab' },
    },
  ],
  [id, 'unexpected_response', 200, { object: 'list', results: [] }],
  [id, 'unexpected_response', 200, { object: 'user' }],
  [id, 'key_invalid', 401, error(401, 'unauthorized', 'API token is invalid.')],
  [id, 'key_invalid', 401, error(401, 'UNAUTHORIZED')],
  [id, 'key_invalid', 401, '{"object":"error","status":401,"code":"unauthorized","message":"API token is inv'],
  [id, 'unexpected_response', 401, error(401, 'daydreaming')],
  [id, 'paired_limited', 403, error(403, 'restricted_resource', 'Insufficient permissions for this endpoint.')],
  [id, 'paired_limited', 403, error(403, 'restricted_resource', 'Not for bots.')],
  [id, 'paired_limited', 404, error(404, 'object_not_found', 'Could not find page with ID: 1.')],
  [id, 'ip_not_allowed', 403, error(403, 'forbidden', 'Your IP address is not allowed by this workspace.')],
  [id, 'api_version_unsupported', 400, error(400, 'missing_version')],
  [
    id,
    'api_version_unsupported',
    400,
    error(400, 'validation_error', 'Notion-Version header failed validation: should be one of "2022-06-28".'),
  ],
  [id, 'base_url_wrong', 400, error(400, 'invalid_request_url', 'Invalid request URL.')],
  [id, 'unexpected_response', 400, error(400, 'validation_error', 'body failed validation.')],
  [id, 'rate_limited', 429, error(429, 'rate_limited'), { 'Retry-After': '2' }],
  [id, 'rate_limited', 429, error(429, 'unauthorized', 'API token is invalid.')],
  [id, 'provider_outage', 503, error(503, 'service_unavailable')],
  [id, 'provider_outage', 529, error(529, 'service_overload')],
  [id, 'provider_outage', 500, error(500, 'unauthorized', 'API token is invalid.')],
  [id, 'block_page', 403, htmlPage('Access denied')],
]
