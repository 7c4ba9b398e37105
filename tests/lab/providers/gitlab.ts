import { presentedInHeader, presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { IssuedKey, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('https://docs.gitlab.com/api/rest/authentication and lib/api/api_guard.rb (gl-err)')

const oauthError = (code: string, description: string, rest: Record<string, Json> = {}): Json => ({
  error: code,
  error_description: description,
  ...rest,
})

const page502 = `<!DOCTYPE html>
<html>
<head>
  <meta content="width=device-width, initial-scale=1" name="viewport" />
  <title>GitLab is not responding (502)</title>
</head>
<body>
  <h1>502</h1>
  <h3>Whoops, GitLab is taking too much time to respond.</h3>
  <p>Try refreshing the page, or going back and attempting the action again.</p>
</body>
</html>
`

const scenarios: Scenario[] = [
  scenario(401, { message: '401 Unauthorized' }, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, oauthError('invalid_token', 'Token is expired. You can either do re-authorization or token refresh.'), {
    name: 'expired',
    expectedVerdict: 'key_expired',
  }),
  scenario(401, oauthError('invalid_token', 'Token was revoked. You have to re-authorize from the user.'), {
    name: 'revoked',
    expectedVerdict: 'key_revoked',
  }),
  scenario(
    403,
    oauthError('insufficient_scope', 'The request requires higher privileges than provided by the access token.', {
      scope: '{{permission}}',
    }),
    {
      name: 'missing_permission',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'api',
    },
  ),
  scenario(429, 'Retry later\n', {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: {
      'content-type': 'text/plain',
      'retry-after': '60',
      'ratelimit-limit': '600',
      'ratelimit-observed': '601',
      'ratelimit-remaining': '0',
      'ratelimit-reset': '{{resetEpoch}}',
      'ratelimit-name': 'throttle_authenticated_api',
    },
    ...unconfirmed,
  }),
  scenario(
    403,
    { message: '403 Forbidden - Your account has been blocked.' },
    {
      name: 'suspended',
      expectedVerdict: 'account_suspended',
      source: 'th:gitlab/v1',
    },
  ),
  scenario(
    410,
    { error: 'API V3 is no longer supported. Use API V4 instead.' },
    {
      name: 'api_version',
      expectedVerdict: 'api_version_unsupported',
      ...unconfirmed,
    },
  ),
  scenario(
    500,
    { message: '500 Internal Server Error' },
    {
      name: 'outage',
      expectedVerdict: 'provider_outage',
      ...unconfirmed,
    },
  ),
  /** HTML from the provider itself: the near twin of a block page. */
  scenario(502, page502, {
    name: 'overloaded',
    expectedVerdict: 'provider_outage',
    headers: { 'content-type': 'text/html' },
    ...unconfirmed,
  }),
  scenario(200, { tanuki: true }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(422, oauthError('tanuki_error', 'The tanuki is out.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

function describeToken(key: IssuedKey | undefined): Json {
  const end = key?.expiresAt ?? new Date(Date.now() + 90 * 86_400_000)
  return {
    id: 4_217,
    name: 'Lab token',
    revoked: false,
    created_at: '2026-10-14T11:58:53.526Z',
    description: 'Made in the lab',
    scopes: key?.permissions ?? ['api'],
    user_id: 42,
    last_used_at: new Date().toISOString(),
    active: true,
    expires_at: end.toISOString().slice(0, 10),
  }
}

const member: Json = { id: 42, username: 'lab', name: 'Lab', state: 'active', web_url: 'https://gitlab.com/lab' }

export const gitlab: Provider = {
  id: 'gitlab',
  name: 'GitLab',
  host: 'gitlab.com',
  basePath: '/api/v4',
  environmentVariable: 'GITLAB_TOKEN',
  formats: {
    personal: { mint: () => `glpat-${randomText('base64url', 20)}`, pattern: /^glpat-[A-Za-z0-9_-]{20}$/ },
    routable: {
      mint: () => `glpat-${randomText('base64url', 27)}.01.${randomText('hex', 9)}`,
      pattern: /^glpat-[0-9A-Za-z_-]{27,300}\.[0-9a-z]{2}\.?[0-9a-z]{7,9}$/,
    },
  },
  proof: (key) => ({ path: '/personal_access_tokens/self', headers: { 'private-token': key } }),
  presented: (call) => presentedInHeader(call, 'private-token') ?? presentedKey(call),
  headers: {
    'content-type': 'application/json',
    'cache-control': 'no-cache',
    vary: 'Origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'x-gitlab-meta': '{"correlation_id":"{{requestId}}","version":"1"}',
    'x-request-id': '{{requestId}}',
    'x-runtime': '0.040812',
    'gitlab-lb': 'haproxy-main-03-lb-gprd',
    server: 'cloudflare',
    'cf-ray': '9a1f0c2d3e4b5a6d-FRA',
  },
  requestId: () => `01K${randomText('upper', 23)}`,
  noKey: { status: 401, body: { message: '401 Unauthorized' } },
  notFound: { status: 404, body: { error: '404 Not Found' } },
  routes: {
    'GET /personal_access_tokens/self': { answer: (_, key) => ({ status: 200, body: describeToken(key) }) },
    'GET /user': { needs: 'read_user', answer: () => ({ status: 200, body: member }) },
    'GET /projects': { needs: 'read_api', answer: () => ({ status: 200, body: [] }) },
    'GET /version': { answer: () => ({ status: 200, body: { version: '18.6.0', revision: 'a1b2c3d4' } }) },
  },
  scenarios,
}
