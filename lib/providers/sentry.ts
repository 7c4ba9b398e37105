import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, KeyFormat, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const SOURCE = 'getsentry/sentry: src/sentry/api/authentication.py'

const detail = (status: number, text: string) => ({ status, body: { detail: text } })

/** Sentry says expired apart; unknown and deleted tokens alike. */
const answers: AnswerRule[] = [
  {
    when: { status: 401, text: /^token expired\b/i },
    verdict: 'key_expired',
    confidence: 'proven',
    says: 'the token has expired',
    source: SOURCE,
    example: detail(401, 'Token expired'),
  },
  {
    when: { status: [401, 403], text: /limited to organization endpoints|unauthorized organization access/i },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the token is good for calls about its own organisation only',
    source: SOURCE,
    example: detail(401, 'This token access is limited to organization endpoints.'),
  },
  {
    when: { status: [401, 403], code: ['sso-required', '2fa-required', 'member-disabled-over-limit'] },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the token is good, but its organisation demands single sign-on or a second factor of its user first',
    source: SOURCE,
    example: {
      status: 401,
      body: {
        detail: { code: 'sso-required', message: 'Must login via SSO', extra: { loginUrl: '/auth/login/acme/' } },
      },
    },
  },
  {
    when: { status: 401, text: /(user|application) inactive or deleted/i },
    verdict: 'account_suspended',
    confidence: 'likely',
    says: 'the user or the application behind this token is inactive or deleted',
    source: SOURCE,
    example: detail(401, 'User inactive or deleted'),
  },
  {
    when: { status: 401, text: /^invalid (org(anization)? )?token\b/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the token is not known; it says the same of a deleted one',
    source: SOURCE,
    example: detail(401, 'Invalid token'),
  },
  {
    when: { status: [401, 403], text: /credentials were not provided/i },
    verdict: 'unexpected_response',
    confidence: 'possible',
    says: 'no token arrived, although one was sent: something on the way removed the Authorization header',
    source: 'unconfirmed',
    example: detail(401, 'Authentication credentials were not provided.'),
  },
  {
    when: { status: 403, text: /do not have permission to perform this action/i },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the token is good, but lacks a scope for this call',
    source: 'trufflehog detector for Sentry',
    example: detail(403, 'You do not have permission to perform this action.'),
  },
]

/** Answers to everybody, so the part about the token counts. */
function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || json.version !== '0' || !isRecord(json.auth) || !Array.isArray(json.auth.scopes)) return null
  const { user } = json
  const name = isRecord(user)
    ? [user.email, user.username, user.name].find((one) => typeof one === 'string')
    : undefined
  return {
    observed: {
      owner: typeof name === 'string' ? name : undefined,
      permissions: json.auth.scopes.filter((scope) => typeof scope === 'string'),
    },
    because: '`auth` holds the scopes of this very token, and is empty without one',
  }
}

const token = (kind: string, prefix: string, rest: Partial<KeyFormat> = {}): KeyFormat => ({
  kind,
  pattern: new RegExp(`^${prefix}[a-f0-9]{64}$`),
  example: (letters) => `${prefix}${letters(64, 'hex')}`,
  role: 'usable',
  prefix,
  confirmed: true,
  source: 'gitleaks and trufflehog rules',
  ...rest,
})

export const sentry: Provider = {
  id: 'sentry',
  name: 'Sentry',
  category: 'monitoring',
  baseUrl: 'https://sentry.io/api/0',
  sites: [
    { name: 'Sentry US', baseUrl: 'https://us.sentry.io/api/0' },
    { name: 'Sentry EU', baseUrl: 'https://de.sentry.io/api/0' },
  ],
  otherBasePaths: ['/api/0'],
  variables: ['SENTRY_AUTH_TOKEN', 'SENTRY_TOKEN'],
  keyFormats: [
    token('user token', 'sntryu_'),
    {
      kind: 'organisation token',
      pattern: /^sntrys_eyJ[A-Za-z0-9+/]+=?=?_[A-Za-z0-9+/]{43}$/,
      example: (letters) => `sntrys_eyJ${letters(140)}_${letters(43)}`,
      role: 'usable',
      prefix: 'sntrys_',
      confirmed: true,
      source: 'gitleaks rules',
    },
    token('token of an integration', 'sntryi_', { confirmed: false, source: 'unconfirmed' }),
    token('token of the older form', '', { isShared: true }),
    {
      kind: 'DSN',
      pattern: /^https:\/\/[a-f0-9]{32}(:[a-f0-9]{32})?@[\w.-]+\/\d+$/,
      example: (letters) =>
        `https://${letters(32, 'hex')}@o${letters(6, 'digits')}.ingest.sentry.io/${letters(7, 'digits')}`,
      role: 'wrong_kind',
      instead: 'A DSN only lets an application send events. Create an auth token.',
      prefix: '',
      confirmed: false,
      source: 'unconfirmed',
    },
  ],
  links: {
    dashboard: 'https://sentry.io/settings/account/api/auth-tokens/',
    docs: 'https://docs.sentry.io/api/auth/',
    support: 'https://sentry.io/support/',
    billing: 'https://sentry.io/settings/billing/overview/',
    statusPage: 'https://status.sentry.io',
  },
  status: { kind: 'statuspage', url: 'https://status.sentry.io/api/v2/summary.json' },
  rotation: 'manual',
  // `/auth/validate/` proves as much, but with an empty body that anybody could have sent.
  proof: { method: 'GET', path: '/', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-sentry-rate-limit-limit', 'x-sentry-rate-limit-remaining', 'x-sentry-rate-limit-reset'],
  requestIdHeaders: [],
  environmentHint:
    'A token that begins with sntrys_ names its organisation and region in itself, for those who decode it; the host is the region: us.sentry.io or de.sentry.io.',
}
