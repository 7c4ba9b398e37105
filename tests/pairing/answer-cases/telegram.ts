import type { AnswerCase } from '../answer-cases.ts'

const no = (error_code: number, description: string, more: object = {}) => ({
  ok: false,
  description,
  error_code,
  ...more,
})
const bot = { id: 1, is_bot: true, first_name: 'x', username: 'x_bot', can_join_groups: true }

export const TELEGRAM_CASES: AnswerCase[] = [
  ['telegram', 'paired', 200, { ok: true, result: bot }],
  ['telegram', 'unexpected_response', 200, { ok: true, result: { ...bot, is_bot: false } }],
  ['telegram', 'unexpected_response', 200, { ok: true }],
  ['telegram', 'unexpected_response', 200, { result: bot }],
  ['telegram', 'key_invalid', 401, no(401, 'Unauthorized')],
  ['telegram', 'key_invalid', 401, no(401, 'UNAUTHORIZED: invalid token specified')],
  ['telegram', 'key_invalid', 404, no(404, 'Not Found')],
  ['telegram', 'base_url_wrong', 404, '404 page not found'],
  ['telegram', 'base_url_wrong', 404, { message: 'Not Found' }],
  ['telegram', 'account_suspended', 403, no(403, 'Forbidden: the bot has been deactivated')],
  ['telegram', 'rate_limited', 429, no(429, 'Too Many Requests: retry after 5', { parameters: { retry_after: 5 } })],
  ['telegram', 'rate_limited', 429, no(401, 'Unauthorized')],
  ['telegram', 'provider_outage', 500, no(500, 'Internal Server Error: restart')],
  ['telegram', 'provider_outage', 502, '<html><h1>502 Bad Gateway</h1></html>'],
  ['telegram', 'unexpected_response', 400, no(400, 'Bad Request: the wire is wet')],
  ['telegram', 'unexpected_response', 401, { ok: false }],
  ['telegram', 'unexpected_response', 401, 'Unauthorized'],
  ['telegram', 'block_page', 401, '<html><title>Unauthorized</title></html>'],
  ['telegram', 'block_page', 200, '<!doctype html><title>Sign in to the guest network</title>'],
  ['telegram', 'account_suspended', 403, { ok: false, error_code: 403, description: 'Forbidden: user is deactivated' }],
]
