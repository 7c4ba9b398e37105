import type { AnswerCase } from '../answer-cases.ts'

const id = 'supabase-project'

export const SUPABASE_PROJECT_CASES: AnswerCase[] = [
  [id, 'paired', 200, { external: { email: true }, disable_signup: true, mailer_autoconfirm: true }],
  [id, 'unexpected_response', 200, { external: {}, disable_signup: 'no' }],
  [id, 'unexpected_response', 200, { disable_signup: false }],
  [id, 'unexpected_response', 200, { version: 'v2.180.0', name: 'GoTrue', description: 'GoTrue is a user API' }],
  [id, 'key_invalid', 401, { message: 'Invalid API key' }],
  [id, 'key_invalid', 401, { hint: 'Check it.', message: 'Unregistered API key' }],
  [id, 'key_invalid', 403, { message: 'INVALID API KEY' }],
  [id, 'key_revoked', 401, { message: 'Legacy API keys are disabled' }],
  [id, 'unexpected_response', 401, { message: 'No API key found in request' }],
  [id, 'rate_limited', 429, { message: 'Invalid API key' }],
  [id, 'provider_outage', 540, { message: 'Invalid API key' }],
  [id, 'provider_outage', 522, 'error code: 522'],
  [id, 'base_url_wrong', 404, { error: 'requested path is invalid' }],
  [id, 'block_page', 403, '<html><body>Invalid API key</body></html>'],
  [id, 'unexpected_response', 401, { message: 'The row is level.' }],
  ['supabase-project', 'key_expired', 401, { message: 'JWT expired', code: 'PGRST301' }],
]
