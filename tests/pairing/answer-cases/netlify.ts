import type { AnswerCase } from '../answer-cases.ts'

const error = (code: number, message: string) => ({ message, code })

export const NETLIFY_CASES: AnswerCase[] = [
  ['netlify', 'paired', 200, [{ id: 'a1', name: 'Ops', slug: 'ops', type: 'PRO' }]],
  [
    'netlify',
    'paired',
    200,
    [
      { slug: 'ops', id: 'a1' },
      { slug: 'dev', id: 'a2', name: 'Dev' },
    ],
  ],
  ['netlify', 'unexpected_response', 200, []],
  ['netlify', 'unexpected_response', 200, [{ id: 'a1' }]],
  ['netlify', 'unexpected_response', 200, [{ id: 'a1', slug: 'ops' }, 'ops']],
  ['netlify', 'unexpected_response', 200, { accounts: [] }],
  ['netlify', 'key_invalid', 401, error(401, 'ACCESS DENIED')],
  ['netlify', 'key_invalid', 401, { message: 'Unauthorized' }],
  ['netlify', 'block_page', 401, 'Access denied'],
  ['netlify', 'paired_limited', 403, error(403, 'You do not have permission to see this')],
  ['netlify', 'rate_limited', 429, error(429, 'Access Denied')],
  ['netlify', 'provider_outage', 502, error(502, 'Access Denied')],
  ['netlify', 'base_url_wrong', 404, error(404, 'Not Found')],
  ['netlify', 'block_page', 403, '<html><body>Access denied</body></html>'],
  ['netlify', 'unexpected_response', 401, error(401, 'The net is torn.')],
  ['netlify', 'unexpected_response', 401, ''],
]
