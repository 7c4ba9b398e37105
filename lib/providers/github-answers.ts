import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'
import { readTime } from './read-time.ts'

const TROUBLESHOOTING = 'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api'

const body = (message: string, status: string) => ({
  message,
  documentation_url: 'https://docs.github.com/rest',
  status,
})
const listIn = (header: string | undefined) =>
  header
    ?.split(/[,;]\s*/)
    .map((word) => word.trim())
    .filter(Boolean) ?? []

/** GitHub answers alike for both kinds of personal access token. */
export const githubAnswers: AnswerRule[] = [
  {
    when: { status: [403, 429], text: /rate limit exceeded|secondary rate limit|abuse detection/i },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'its rate limit is used up for now',
    source: TROUBLESHOOTING,
    example: {
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1790000000' },
      body: body('API rate limit exceeded for user ID 1.', '403'),
    },
  },
  {
    when: { status: 401, text: /requires (you to be authenticated|authentication)/i },
    verdict: 'unexpected_response',
    confidence: 'possible',
    says: 'no token arrived, although one was sent: something on the way removed the Authorization header',
    source: 'unconfirmed',
    example: { status: 401, body: body('Requires authentication', '401') },
  },
  {
    when: { status: 401, text: /bad credentials/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'these are bad credentials; it uses the same words for an unknown, an expired and a revoked token',
    source: 'observed answers; GitHub documents expired and revoked together',
    example: { status: 401, headers: { 'x-github-request-id': 'A1:B2' }, body: body('Bad credentials', '401') },
  },
  {
    when: { status: 403, text: /\bip allow list\b|not permitted to access this resource/i },
    verdict: 'ip_not_allowed',
    confidence: 'possible',
    says: 'this address is not on the organisation’s IP allow list',
    source: 'unconfirmed',
    example: {
      status: 403,
      body: body(
        'Although you appear to have the correct authorization credentials, the organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
        '403',
      ),
    },
  },
  {
    when: { status: 403, text: /account (was|is|has been) suspended|account.{0,20}suspended/i },
    verdict: 'account_suspended',
    confidence: 'possible',
    says: 'the account behind this token is suspended',
    source: 'unconfirmed',
    example: { status: 403, body: body('Sorry. Your account was suspended.', '403') },
  },
  {
    when: { status: 403, text: /\bSAML\b/ },
    verdict: 'permission_missing',
    confidence: 'possible',
    says: 'the token has not been authorised for the organisation’s single sign-on',
    source: 'unconfirmed',
    example: {
      status: 403,
      headers: { 'x-github-sso': 'required; url=https://github.com/orgs/example/sso' },
      body: body(
        'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
        '403',
      ),
    },
  },
  {
    when: { status: 403, text: /not accessible by|forbids access via|must have .{1,40} (rights|access)/i },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the token lacks the permission for this call',
    permissions: ({ headers }) => [
      ...listIn(headers['x-accepted-github-permissions']),
      ...listIn(headers['x-accepted-oauth-scopes']),
    ],
    source: TROUBLESHOOTING,
    example: {
      status: 403,
      headers: { 'x-accepted-github-permissions': 'metadata=read' },
      body: body('Resource not accessible by personal access token', '403'),
    },
  },
  {
    when: { status: 403, text: /user-agent|administrative rules/i },
    verdict: 'unexpected_response',
    confidence: 'likely',
    says: 'the request came without a User-Agent, although one was sent: something on the way removed it',
    source: TROUBLESHOOTING,
    example: {
      status: 403,
      body: 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
    },
  },
  {
    when: { status: 400, text: /x-github-api-version|api version/i },
    verdict: 'api_version_unsupported',
    confidence: 'proven',
    says: 'it does not support this version of its API',
    source: TROUBLESHOOTING,
    example: {
      status: 400,
      body: body('Unsupported API version: the value of X-GitHub-Api-Version does not exist.', '400'),
    },
  },
  {
    when: { status: [403, 429], header: ['x-ratelimit-remaining', /^0$/] },
    verdict: 'rate_limited',
    confidence: 'likely',
    says: 'no call is left of its rate limit',
    source: TROUBLESHOOTING,
    example: { status: 403, headers: { 'x-ratelimit-remaining': '0' }, body: body('Forbidden', '403') },
  },
]

export function readGithubUser({ json, headers }: Answer): Success | null {
  if (!isRecord(json) || typeof json.login !== 'string' || typeof json.id !== 'number') return null
  const scopes = headers['x-oauth-scopes']
  return {
    observed: {
      owner: json.login,
      permissions: scopes === undefined ? undefined : listIn(scopes),
      expiresAt: readTime(headers['github-authentication-token-expiration']),
    },
    because: '`login` and `id` name the account that the token belongs to',
  }
}

/** What both kinds of token share: one API, one host, one way to prove a token. */
export const github = {
  category: 'code',
  baseUrl: 'https://api.github.com',
  otherBasePaths: ['/api/v3'],
  variables: ['GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_PAT'],
  rotation: 'manual',
  proof: {
    method: 'GET',
    path: '/user',
    headers: { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' },
    authorize: (key) => ({ authorization: `Bearer ${key}` }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers: githubAnswers,
  readSuccess: readGithubUser,
  fingerprintHeaders: ['x-github-request-id', 'x-github-media-type'],
  requestIdHeaders: ['x-github-request-id'],
} satisfies Partial<Provider>
