import type { AnswerCase } from '../answer-cases.ts'

export const SUPABASE_CASES: AnswerCase[] = [
  ['supabase', 'paired', 200, [{ id: 'o1', name: 'Ops' }]],
  [
    'supabase',
    'paired',
    200,
    [
      { name: 'Ops', id: 'o1', slug: 'o1' },
      { name: 'Dev', id: 'o2' },
    ],
  ],
  ['supabase', 'unexpected_response', 200, []],
  ['supabase', 'unexpected_response', 200, [{ id: 'o1' }]],
  ['supabase', 'unexpected_response', 200, { organizations: [] }],
  ['supabase', 'key_invalid', 401, { message: 'unauthorized' }],
  ['supabase', 'key_invalid', 401, { message: 'JWT failed verification' }],
  ['supabase', 'key_invalid', 401, { error: 'Invalid access token' }],
  ['supabase', 'paired_limited', 403, { message: 'Forbidden' }],
  ['supabase', 'paired_limited', 403, { message: 'Your account does not have the necessary permissions' }],
  ['supabase', 'rate_limited', 429, { message: 'Unauthorized' }],
  ['supabase', 'provider_outage', 503, { message: 'Unauthorized' }],
  ['supabase', 'base_url_wrong', 404, { message: 'Cannot GET /v1/v1/organizations' }],
  ['supabase', 'block_page', 401, '<html><body>Unauthorized</body></html>'],
  ['supabase', 'unexpected_response', 401, { message: 'The base is not super.' }],
  ['supabase', 'unexpected_response', 401, ''],
  ['supabase', 'key_expired', 401, { message: 'JWT expired' }],
]
