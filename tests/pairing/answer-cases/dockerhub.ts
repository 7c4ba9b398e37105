import type { AnswerCase } from '../answer-cases.ts'

const jwt = (claims: object) => `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`

export const DOCKERHUB_CASES: AnswerCase[] = [
  ['dockerhub', 'paired', 200, { access_token: jwt({ scope: 'repo:admin repo:write', exp: 1 }) }],
  ['dockerhub', 'paired', 200, { access_token: jwt({ 'https://hub.docker.com': { username: 'ops' } }) }],
  ['dockerhub', 'unexpected_response', 200, { access_token: jwt({}) }],
  ['dockerhub', 'paired', 200, { access_token: 'eyJhbGciOiJSUzI1NiJ9.eyJ[redacted]0.c2ln' }],
  ['dockerhub', 'unexpected_response', 200, { access_token: 'x.y.z' }],
  ['dockerhub', 'unexpected_response', 200, { access_token: null }],
  ['dockerhub', 'unexpected_response', 200, { token: jwt({ scope: 'repo:admin' }) }],
  ['dockerhub', 'key_invalid', 401, { detail: 'incorrect authentication credentials.' }],
  ['dockerhub', 'key_invalid', 401, { detail: 'unauthorized' }],
  ['dockerhub', 'key_invalid', 401, { message: 'Unauthorized', errinfo: {} }],
  [
    'dockerhub',
    'wrong_key_kind',
    401,
    {
      message: 'Incorrect authentication credentials',
      login_2fa_token: 'a',
      detail: 'Require secondary authentication',
    },
  ],
  ['dockerhub', 'paired_limited', 403, { message: 'Forbidden', errinfo: {} }],
  ['dockerhub', 'paired_limited', 403, { detail: 'access to the resource is forbidden with personal access token' }],
  ['dockerhub', 'rate_limited', 429, { message: 'toomanyrequests' }],
  ['dockerhub', 'rate_limited', 429, { detail: 'Incorrect authentication credentials' }],
  ['dockerhub', 'provider_outage', 500, { detail: 'Incorrect authentication credentials' }],
  ['dockerhub', 'base_url_wrong', 404, { message: 'object not found', errinfo: {} }],
  ['dockerhub', 'base_url_wrong', 404, '<html><head><title>404</title></head></html>'],
  ['dockerhub', 'block_page', 401, '<html><body>Unauthorized</body></html>'],
  ['dockerhub', 'unexpected_response', 401, { message: 'the whale has dived' }],
  ['dockerhub', 'unexpected_response', 400, { message: 'malformed request' }],
  ['dockerhub', 'key_invalid', 401, { message: 'The user name or password is incorrect' }],
  ['dockerhub', 'key_revoked', 401, { message: 'access token is inactive' }],
]
