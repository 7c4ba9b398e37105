import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, KeyFormat, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const SPEC = 'slackapi/slack-api-specs: auth.test'

const refusal = (error: string, more: object = {}) => ({ status: 200, body: { ok: false, error, ...more } })

const wordsIn = (text: unknown) => (typeof text === 'string' ? text.split(/[,\s]+/).filter(Boolean) : [])

/** Slack refuses with HTTP 200; the word in `error` decides. */
const answers: AnswerRule[] = [
  {
    when: { code: ['token_revoked'] },
    verdict: 'key_revoked',
    confidence: 'proven',
    says: 'the token was revoked, or its app was removed from the workspace',
    source: SPEC,
    example: refusal('token_revoked'),
  },
  {
    when: { code: ['account_inactive'] },
    verdict: 'key_revoked',
    confidence: 'likely',
    says: 'the account behind this token is inactive: the app or its user was removed, or the workspace was switched off',
    source: SPEC,
    example: refusal('account_inactive'),
  },
  {
    when: { code: ['token_expired'] },
    verdict: 'key_expired',
    confidence: 'possible',
    says: 'the token has expired; rotating tokens live for twelve hours',
    source: 'unconfirmed',
    example: refusal('token_expired'),
  },
  {
    when: { code: ['team_disabled', 'team_deleted', 'user_is_banned'] },
    verdict: 'account_suspended',
    confidence: 'possible',
    says: 'the workspace or the user behind this token is disabled',
    source: 'unconfirmed',
    example: refusal('team_disabled'),
  },
  {
    when: { code: ['org_login_required', 'team_added_to_org', 'enterprise_is_restricted', 'team_access_not_granted'] },
    verdict: 'wrong_environment',
    confidence: 'likely',
    says: 'the workspace has moved to an organisation, or the token belongs to another workspace than this one',
    source: SPEC,
    example: refusal('enterprise_is_restricted'),
  },
  {
    when: { code: ['missing_scope'] },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the token lacks a scope for this call',
    permissions: ({ json }) => (isRecord(json) ? wordsIn(json.needed) : []),
    source: 'observed answers with needed and provided',
    example: refusal('missing_scope', { needed: 'channels:read', provided: 'chat:write' }),
  },
  {
    when: { code: ['no_permission', 'access_denied', 'ekm_access_denied'] },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the token may not do this',
    source: SPEC,
    example: refusal('no_permission'),
  },
  {
    when: { code: ['not_allowed_token_type'] },
    verdict: 'wrong_key_kind',
    confidence: 'likely',
    says: 'this type of token is not allowed here',
    source: SPEC,
    example: refusal('not_allowed_token_type'),
  },
  {
    when: { code: ['not_authed'] },
    verdict: 'key_invalid',
    confidence: 'possible',
    says: 'no token was recognised in the request; something on the way may have removed it',
    source: SPEC,
    example: refusal('not_authed'),
  },
  {
    when: { code: ['invalid_auth'] },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the token is not valid; it may say the same of a caller outside the app’s allowed addresses',
    source: SPEC,
    example: { ...refusal('invalid_auth'), headers: { 'x-slack-req-id': 'a1b2' } },
  },
  {
    when: { code: ['ratelimited', 'rate_limited', 'accesslimited'] },
    verdict: 'rate_limited',
    confidence: 'likely',
    says: 'too many calls were made in a short time',
    source: 'https://api.slack.com/apis/rate-limits',
    example: { status: 429, headers: { 'retry-after': '30' }, body: { ok: false, error: 'ratelimited' } },
  },
  {
    when: { code: ['unknown_method', 'method_deprecated', 'deprecated_endpoint'] },
    verdict: 'api_version_unsupported',
    confidence: 'possible',
    says: 'it does not know this method, or has retired it',
    source: 'unconfirmed',
    example: refusal('unknown_method', { req_method: 'auth.test' }),
  },
  {
    when: { code: ['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout', 'team_unavailable'] },
    verdict: 'provider_outage',
    confidence: 'likely',
    says: 'its own servers failed',
    source: SPEC,
    example: refusal('fatal_error'),
  },
]

function readSuccess({ json, headers }: Answer): Success | null {
  if (!isRecord(json) || json.ok !== true) return null
  const named = ['team', 'team_id', 'user', 'user_id', 'bot_id'].filter((field) => typeof json[field] === 'string')
  if (named.length === 0) return null
  const scopes = headers['x-oauth-scopes']
  return {
    observed: {
      owner: typeof json.user === 'string' ? json.user : undefined,
      organisation: typeof json.team === 'string' ? json.team : undefined,
      permissions: scopes === undefined ? undefined : wordsIn(scopes),
      expiresAt: undefined,
    },
    because: `\`ok\` is true and ${named.map((field) => `\`${field}\``).join(', ')} name whom the token belongs to`,
  }
}

const KEY_SOURCE = 'gitleaks and trufflehog rules for Slack tokens'

const usable = (kind: string, prefix: string, pattern: RegExp): KeyFormat => ({
  kind,
  pattern,
  example: (letters) => `${prefix}${letters(11, 'digits')}-${letters(12, 'digits')}-${letters(24)}`,
  role: 'usable',
  prefix,
  confirmed: true,
  source: KEY_SOURCE,
})

export const slack: Provider = {
  id: 'slack',
  name: 'Slack',
  category: 'messaging',
  baseUrl: 'https://slack.com/api',
  otherBasePaths: ['/api'],
  variables: ['SLACK_BOT_TOKEN', 'SLACK_TOKEN', 'SLACK_API_TOKEN', 'SLACK_USER_TOKEN', 'SLACK_APP_TOKEN'],
  keyFormats: [
    usable('bot token', 'xoxb-', /^xoxb-[0-9]{10,13}-[0-9]{10,13}[A-Za-z0-9-]*$/),
    usable('user token', 'xoxp-', /^xoxp-[0-9]{10,13}-[0-9A-Za-z-]{20,}$/),
    usable('rotating bot token', 'xoxe.xoxb-', /^xoxe\.xox[bp]-[0-9A-Za-z-]{20,}$/),
    {
      kind: 'refresh token',
      pattern: /^xoxe-[0-9A-Za-z-]{20,}$/,
      example: (letters) => `xoxe-1-${letters(140)}`,
      role: 'wrong_kind',
      instead: 'A refresh token only fetches other tokens. Store the bot token.',
      prefix: 'xoxe-',
      confirmed: true,
      source: KEY_SOURCE,
    },
    {
      kind: 'app-level token',
      pattern: /^xapp-[0-9]-[0-9A-Za-z-]{20,}$/,
      example: (letters) => `xapp-1-A${letters(10, 'digits')}-${letters(13, 'digits')}-${letters(64, 'hex')}`,
      role: 'wrong_kind',
      instead: 'An app-level token only opens socket connections. Store the bot token.',
      prefix: 'xapp-',
      confirmed: true,
      source: KEY_SOURCE,
    },
  ],
  links: {
    dashboard: 'https://api.slack.com/apps',
    docs: 'https://api.slack.com/authentication/token-types',
    support: 'https://slack.com/help',
    statusPage: 'https://slack-status.com',
  },
  status: {
    kind: 'slack',
    url: 'https://slack-status.com/api/v2.0.0/current',
    components: /\b(apis?|apps|login|sso)\b/i,
  },
  rotation: 'manual',
  proof: {
    method: 'POST',
    path: '/auth.test',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
    authorize: bearer,
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-slack-req-id', 'x-slack-backend'],
  requestIdHeaders: ['x-slack-req-id'],
}
