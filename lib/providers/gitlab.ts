import type { Answer, AnswerRule, KeyFormat, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'
import { readTime } from './read-time.ts'

const GUARD = 'gitlab: lib/api/api_guard.rb'
const TOKENS = 'https://docs.gitlab.com/user/profile/personal_access_tokens/'
const KEY_SOURCE = 'gitleaks rules for GitLab tokens'

const about = (fields: object) => ({
  id: 42,
  name: 'ci',
  revoked: false,
  scopes: ['read_api'],
  user_id: 7,
  active: true,
  expires_at: '2027-01-31',
  ...fields,
})

/** GitLab says expired and revoked apart, in so many words. */
const answers: AnswerRule[] = [
  {
    when: { status: 401, text: /token is expired/i },
    verdict: 'key_expired',
    confidence: 'proven',
    says: 'the token is expired',
    source: GUARD,
    example: {
      status: 401,
      body: {
        error: 'invalid_token',
        error_description: 'Token is expired. You can either do re-authorization or token refresh.',
      },
    },
  },
  {
    when: { status: 401, text: /token was revoked/i },
    verdict: 'key_revoked',
    confidence: 'proven',
    says: 'the token was revoked',
    source: GUARD,
    example: {
      status: 401,
      body: { error: 'invalid_token', error_description: 'Token was revoked. You have to re-authorize from the user.' },
    },
  },
  {
    when: { status: 200, also: ({ json }) => isRecord(json) && Array.isArray(json.scopes) && json.revoked === true },
    verdict: 'key_revoked',
    confidence: 'proven',
    says: 'the token is marked as revoked',
    source: TOKENS,
    example: { status: 200, body: about({ revoked: true, active: false }) },
  },
  {
    when: {
      status: 200,
      also: ({ json }) => isRecord(json) && Array.isArray(json.scopes) && json.active === false,
    },
    verdict: 'key_expired',
    confidence: 'likely',
    says: 'the token is marked as no longer active, and not as revoked: its end has passed',
    source: TOKENS,
    example: { status: 200, body: about({ active: false, expires_at: '2026-01-31' }) },
  },
  {
    when: { status: 401, text: /^(401 )?unauthorized$/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the token is not known here; it says so of expired and revoked tokens in other words',
    source: GUARD,
    example: { status: 401, headers: { 'x-request-id': '01JD' }, body: { message: '401 Unauthorized' } },
  },
  {
    when: {
      status: 403,
      code: ['insufficient_scope', 'insufficient_granular_scope'],
      text: /higher privileges/i,
    },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the token lacks a scope for this call',
    permissions: ({ json }) =>
      isRecord(json) && typeof json.scope === 'string' ? json.scope.split(/[\s,]+/).filter(Boolean) : [],
    source: GUARD,
    example: {
      status: 403,
      body: {
        error: 'insufficient_scope',
        error_description: 'The request requires higher privileges than provided by the access token.',
        scope: 'api',
      },
    },
  },
  {
    when: {
      status: [401, 403],
      text: /account has been (blocked|deactivated)|account is (blocked|pending approval)|user.{0,20}(is )?blocked/i,
    },
    verdict: 'account_suspended',
    confidence: 'proven',
    says: 'the account behind this token is blocked, deactivated or not yet approved',
    source: 'trufflehog detector for GitLab',
    example: { status: 403, body: { message: '403 Forbidden - Your account has been blocked.' } },
  },
  {
    when: { status: [404, 410], text: /api v3 is no longer supported/i },
    verdict: 'api_version_unsupported',
    confidence: 'possible',
    says: 'version 3 of its API is gone',
    source: 'unconfirmed',
    example: { status: 410, body: { error: 'API V3 is no longer supported. Use API V4 instead.' } },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || !Array.isArray(json.scopes) || !('active' in json || 'user_id' in json)) return null
  return {
    observed: {
      owner: json.user_id === undefined ? undefined : `user ${json.user_id}`,
      permissions: json.scopes.filter((scope) => typeof scope === 'string'),
      expiresAt: readTime(json.expires_at),
    },
    because: 'the answer describes this very token: its scopes and expiry',
  }
}

const otherKind = (prefix: string, kind: string): KeyFormat => ({
  kind,
  pattern: new RegExp(`^${prefix}[A-Za-z0-9_.=-]{20,}$`),
  example: (letters) => `${prefix}${letters(24)}`,
  role: 'wrong_kind',
  instead: `A ${kind} serves one purpose only. Create a personal, project or group access token.`,
  prefix,
  confirmed: true,
  source: KEY_SOURCE,
})

export const gitlab: Provider = {
  id: 'gitlab',
  name: 'GitLab',
  category: 'code',
  baseUrl: 'https://gitlab.com/api/v4',
  otherBasePaths: ['/api/v4'],
  variables: ['GITLAB_TOKEN', 'GITLAB_PRIVATE_TOKEN', 'GITLAB_API_TOKEN'],
  keyFormats: [
    {
      kind: 'access token',
      pattern: /^glpat-[A-Za-z0-9_-]{20}$/,
      example: (letters) => `glpat-${letters(20)}`,
      role: 'usable',
      prefix: 'glpat-',
      confirmed: true,
      source: KEY_SOURCE,
    },
    {
      kind: 'access token (routable)',
      pattern: /^glpat-[0-9A-Za-z_-]{27,300}\.[0-9a-z]{2}\.?[0-9a-z]{7,9}$/,
      example: (letters) => `glpat-${letters(27)}.01.${letters(9, 'digits')}`,
      role: 'usable',
      prefix: 'glpat-',
      confirmed: true,
      source: KEY_SOURCE,
    },
    otherKind('gldt-', 'deploy token'),
    otherKind('glrt-', 'runner token'),
    otherKind('glcbt-', 'CI job token'),
    otherKind('glptt-', 'pipeline trigger token'),
    otherKind('gloas-', 'OAuth application secret'),
    otherKind('glft-', 'feed token'),
  ],
  links: {
    dashboard: 'https://gitlab.com/-/profile/personal_access_tokens',
    docs: TOKENS,
    support: 'https://about.gitlab.com/support/',
    statusPage: 'https://status.gitlab.com',
  },
  status: {
    kind: 'statusio',
    url: 'https://api.status.io/1.0/status/5b36dc6502d06804c08349f7',
    components: /\b(api|git operations|website)\b/i,
  },
  rotation: 'automatic',
  // Works for any access token, whatever its scopes.
  proof: {
    method: 'GET',
    path: '/personal_access_tokens/self',
    authorize: (key) => ({ 'private-token': key }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-gitlab-meta', 'gitlab-lb', 'x-request-id'],
  requestIdHeaders: ['x-request-id'],
  permissionIncludes: {
    api: ['read_api', 'read_user', 'read_repository', 'write_repository', 'read_registry'],
    write_repository: ['read_repository'],
    read_api: ['read_user'],
  },
  environmentHint: 'The host is the environment: gitlab.com or your own server; tokens look the same everywhere.',
}
