import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Answer, Call, IssuedKey, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api (gh-ts)')
const docs = 'https://docs.github.com/rest'

const error = (status: number, message: string, documentation = docs): Json => ({
  message,
  documentation_url: documentation,
  status: String(status),
})

const badCredentials = error(401, 'Bad credentials')
const usedUp = { 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '0', 'x-ratelimit-used': '5000' }

const scenarios: Scenario[] = [
  scenario(401, badCredentials, { name: 'invalid', expectedVerdict: 'key_invalid', source: 'gh-bad' }),
  scenario(401, badCredentials, {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
  }),
  scenario(401, badCredentials, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
  }),
  scenario(
    403,
    error(403, 'Resource not accessible by personal access token', `${docs}/users/users#get-the-authenticated-user`),
    {
      name: 'missing_permission',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'contents=read',
      headers: { 'x-accepted-github-permissions': '{{permission}}' },
    },
  ),
  scenario(
    403,
    error(
      403,
      'API rate limit exceeded for user ID 583231.',
      `${docs}/using-the-rest-api/rate-limits-for-the-rest-api`,
    ),
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: usedUp,
    },
  ),
  scenario(
    429,
    error(
      429,
      'API rate limit exceeded for user ID 583231.',
      `${docs}/using-the-rest-api/rate-limits-for-the-rest-api`,
    ),
    {
      name: 'rate_limited_429',
      expectedVerdict: 'rate_limited',
      headers: { ...usedUp, 'retry-after': '60' },
    },
  ),
  scenario(
    403,
    error(
      403,
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID {{requestId}}.',
      `${docs}/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits`,
    ),
    { name: 'secondary_rate_limited', expectedVerdict: 'rate_limited', headers: { 'retry-after': '60' } },
  ),
  scenario(403, error(403, 'Sorry. Your account was suspended.'), {
    name: 'suspended',
    expectedVerdict: 'account_suspended',
    ...unconfirmed,
  }),
  scenario(
    403,
    error(
      403,
      'Although you appear to have the correct authorization credentials, the `example` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
    ),
    { name: 'ip_blocked', expectedVerdict: 'ip_not_allowed', ...unconfirmed },
  ),
  scenario(
    403,
    error(
      403,
      'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
      'https://docs.github.com/articles/authenticating-to-a-github-organization-with-saml-single-sign-on/',
    ),
    {
      name: 'sso_required',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'sso',
      headers: {
        'x-github-sso': 'required; url=https://github.com/orgs/example/sso?authorization_request={{account}}',
      },
      ...unconfirmed,
    },
  ),
  scenario(
    400,
    error(
      400,
      'Invalid API version: the version in X-GitHub-Api-Version is not supported.',
      `${docs}/about-the-rest-api/api-versions`,
    ),
    {
      name: 'api_version',
      expectedVerdict: 'api_version_unsupported',
      source: 'gh-ts; wording from general knowledge',
    },
  ),
  scenario(500, error(500, 'Server Error'), { name: 'outage', expectedVerdict: 'provider_outage', ...unconfirmed }),
  scenario(
    503,
    error(
      503,
      'No server is currently available to service your request. Sorry about that. Please try resubmitting your request and contact us if the problem persists.',
    ),
    {
      name: 'overloaded',
      expectedVerdict: 'provider_outage',
      ...unconfirmed,
    },
  ),
  scenario(200, { current_time: 'now' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(418, error(418, 'The octopus is asleep.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const versions = ['2022-11-28', '2026-03-10']
const unsupported = scenarios.find((one) => one.name === 'api_version') as Scenario

const withoutAgent: Answer = {
  status: 403,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header (https://docs.github.com/en/rest/overview/resources-in-the-rest-api#user-agent-required). Check https://developer.github.com for other possible causes.\n',
}

/** Classic tokens show their scopes; fine-grained ones show none. Both show when they end, if they end. */
function user(_: Call, key: IssuedKey | undefined): Answer {
  const scopes: Record<string, string> =
    key?.providerId === 'github-classic'
      ? { 'x-oauth-scopes': (key.permissions ?? ['repo', 'read:org']).join(', '), 'x-accepted-oauth-scopes': '' }
      : {}
  const ends: Record<string, string> = key?.expiresAt
    ? { 'github-authentication-token-expiration': githubTime(key.expiresAt) }
    : {}
  return {
    status: 200,
    headers: { ...scopes, ...ends },
    body: {
      login: 'octo-lab',
      id: 583_231,
      node_id: 'MDQ6VXNlcjU4MzIzMQ==',
      avatar_url: 'https://avatars.githubusercontent.com/u/583231?v=4',
      url: 'https://api.github.com/users/octo-lab',
      html_url: 'https://github.com/octo-lab',
      type: 'User',
      site_admin: false,
      name: 'Lab',
      created_at: '2019-01-25T18:44:36Z',
      updated_at: '2026-10-01T08:00:00Z',
    },
  }
}

/** `2027-01-31 12:00:00 UTC`, as GitHub writes it. */
function githubTime(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

const rate = { limit: 5000, remaining: 4999, reset: 1_795_000_000, used: 1 }

const shared: Omit<Provider, 'id' | 'name' | 'formats'> = {
  host: 'api.github.com',
  basePath: '',
  environmentVariable: 'GITHUB_TOKEN',
  proof: () => ({ path: '/user' }),
  presented: presentedKey,
  gate: (call) => (call.headers['user-agent'] ? undefined : withoutAgent),
  check: (call) => {
    const version = call.headers['x-github-api-version']
    return version === undefined || versions.includes(String(version)) ? undefined : unsupported
  },
  headers: {
    'content-type': 'application/json; charset=utf-8',
    server: 'github.com',
    'cache-control': 'private, max-age=60, s-maxage=60',
    vary: 'Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding, Accept, X-Requested-With',
    'x-github-media-type': 'github.v3; format=json',
    'x-github-api-version-selected': '2022-11-28',
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '4999',
    'x-ratelimit-reset': '{{resetEpoch}}',
    'x-ratelimit-used': '1',
    'x-ratelimit-resource': 'core',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'deny',
    'x-github-request-id': '{{requestId}}',
  },
  indent: 2,
  requestId: () => [4, 6, 7, 7, 8].map((length) => randomText('hex', length).toUpperCase()).join(':'),
  noKey: {
    status: 401,
    body: error(401, 'Requires authentication', `${docs}/users/users#get-the-authenticated-user`),
  },
  notFound: { status: 404, body: error(404, 'Not Found') },
  routes: {
    'GET /user': { answer: user },
    'GET /user/repos': { needs: 'repo', answer: () => ({ status: 200, body: [] }) },
    'GET /rate_limit': {
      isPublic: true,
      answer: () => ({ status: 200, body: { resources: { core: rate }, rate } }),
    },
  },
  scenarios,
}

export const githubClassic: Provider = {
  ...shared,
  id: 'github-classic',
  name: 'GitHub classic token',
  formats: { classic: { mint: () => `ghp_${randomText('alphanumeric', 36)}`, pattern: /^ghp_[0-9A-Za-z]{36}$/ } },
}

export const githubFineGrained: Provider = {
  ...shared,
  id: 'github-fine-grained',
  name: 'GitHub fine-grained token',
  formats: {
    fineGrained: {
      mint: () => `github_pat_${randomText('alphanumeric', 22)}_${randomText('alphanumeric', 59)}`,
      pattern: /^github_pat_[0-9A-Za-z_]{82}$/,
    },
  },
}
