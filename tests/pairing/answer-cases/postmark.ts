import type { AnswerCase } from '../answer-cases.ts'

const error = (ErrorCode: number, Message: string) => ({ ErrorCode, Message })

export const POSTMARK_CASES: AnswerCase[] = [
  ['postmark', 'paired', 200, { InactiveMails: 0, Bounces: [] }],
  ['postmark', 'paired', 200, { Bounces: [{ Type: 'HardBounce', Name: 'Hard bounce', Count: 1 }], InactiveMails: 192 }],
  ['postmark', 'unexpected_response', 200, { InactiveMails: '0' }],
  ['postmark', 'unexpected_response', 200, { ErrorCode: 0, Message: 'OK' }],
  ['postmark', 'key_invalid', 401, error(10, 'Request does not contain a valid Server token.')],
  ['postmark', 'key_invalid', 401, error(10, 'No Account or Server API tokens were supplied in the HTTP headers.')],
  ['postmark', 'key_invalid', 401, { Message: 'request does not contain a VALID account token' }],
  [
    'postmark',
    'wrong_environment',
    403,
    error(0, 'The Postmark Test API Token may only be used on the /email endpoint.'),
  ],
  [
    'postmark',
    'wrong_environment',
    401,
    error(10, 'The Postmark test API token may only be used on the /email endpoint'),
  ],
  ['postmark', 'quota_or_billing', 422, error(405, 'Not allowed to send')],
  ['postmark', 'account_suspended', 422, error(413, 'Account May Not Send')],
  ['postmark', 'account_suspended', 422, { Message: 'Your account has been marked inactive.' }],
  ['postmark', 'rate_limited', 429, error(429, 'Rate Limit Exceeded')],
  ['postmark', 'rate_limited', 429, error(10, 'Request does not contain a valid Server token.')],
  ['postmark', 'provider_outage', 503, error(100, 'Maintenance')],
  ['postmark', 'provider_outage', 500, error(10, 'x')],
  ['postmark', 'unexpected_response', 401, error(9999, 'The post horn is mute.')],
  ['postmark', 'unexpected_response', 422, error(300, 'Invalid email request')],
  ['postmark', 'block_page', 401, '<html><body>Request does not contain a valid Server token.</body></html>'],
  ['postmark', 'base_url_wrong', 404, ''],
]
