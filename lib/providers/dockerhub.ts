import { twoParts } from './basic-auth.ts'
import type { Answer, AnswerRule, KeyFormat, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'
import { unpackDockerHubKey } from './unpack-docker-hub-key.ts'

const DETECTOR = 'trufflehog detector for Docker Hub'
const OBSERVED = 'observed answers, quoted in docker/hub-feedback'

/** A 401 may mean that the secret was right: then it was a password, and a second factor is wanted. */
const answers: AnswerRule[] = [
  {
    when: { status: 401, also: ({ json }) => isRecord(json) && typeof json.login_2fa_token === 'string' },
    verdict: 'wrong_key_kind',
    confidence: 'proven',
    says: 'this is the right password of an account with two-factor sign-in, and no access token: a program cannot use it',
    source: DETECTOR,
    example: {
      status: 401,
      body: { detail: 'Require secondary authentication on MFA enabled account', login_2fa_token: 'a.b.c' },
    },
  },
  {
    when: {
      status: 401,
      text: /incorrect authentication credentials|^unauthori[sz]ed|invalid (credentials|identifier|secret)/i,
      also: ({ kind }) => kind === 'json',
    },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the user name and the token do not belong together; it says the same of an unknown, an expired and a deleted token',
    source: DETECTOR,
    example: {
      status: 401,
      body: { detail: 'Incorrect authentication credentials', message: 'Incorrect authentication credentials' },
    },
  },
  {
    when: {
      status: 403,
      text: /personal access token|insufficient scope|forbidden/i,
      also: ({ kind }) => kind === 'json',
    },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the token is good, but tokens may not do this',
    source: OBSERVED,
    example: { status: 403, body: { message: 'token issued from personal access token', errinfo: {} } },
  },
  {
    when: { status: 429, code: 'toomanyrequests', text: /too many requests|rate limit/i },
    verdict: 'rate_limited',
    confidence: 'possible',
    says: 'too many requests were made in a short time',
    source: 'unconfirmed',
    example: { status: 429, body: { detail: 'Rate limit exceeded', error: false } },
  },
]

/**
 * The answer is a short-lived token, whose claims say whom it stands for; its own end says nothing of the key's. Claims
 * that repeat a part of the key are cut out before they come here: a token whose claims cannot be read is still one.
 */
function readSuccess({ json }: Answer): Success | null {
  const [, payload] = isRecord(json) ? (/^eyJ[\w-]*\.(\S+)/.exec(String(json.access_token)) ?? []) : []
  if (!payload) return null
  const because = '`access_token` was issued'
  const claims = readClaims(payload)
  if (!claims) return { observed: {}, because }
  const account = claims['https://hub.docker.com']
  const username = isRecord(account) ? account.username : undefined
  if (typeof username !== 'string' && typeof claims.scope !== 'string') return null
  return {
    observed: {
      owner: typeof username === 'string' ? username : undefined,
      permissions: typeof claims.scope === 'string' ? claims.scope.split(/\s+/).filter(Boolean) : undefined,
    },
    because: `${because}, and its claims name an account or a scope`,
  }
}

function readClaims(payload: string): Record<string, unknown> | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload.split('.')[0] ?? '', 'base64url').toString())
    return isRecord(claims) ? claims : undefined
  } catch {
    return undefined
  }
}

const token = (prefix: string, length: number, kind: string): KeyFormat => ({
  kind,
  pattern: new RegExp(`^[A-Za-z0-9_-]{2,64}:${prefix}[A-Za-z0-9_-]{${length}}$`),
  example: (letters) => `${letters(10).toLowerCase()}:${prefix}${letters(length, 'base64url')}`,
  role: 'usable',
  prefix: '',
  confirmed: true,
  source: 'betterleaks and trufflehog rules for Docker Hub tokens',
})

export const dockerhub: Provider = {
  id: 'dockerhub',
  name: 'Docker Hub',
  category: 'code',
  baseUrl: 'https://hub.docker.com',
  variables: ['DOCKERHUB_TOKEN', 'DOCKER_HUB_TOKEN', 'DOCKER_PASSWORD', 'DOCKERHUB_PASSWORD'],
  keyFormats: [
    token('dckr_pat_', 27, 'personal access token with its user name'),
    token('dckr_oat_', 32, 'organisation access token with its organisation'),
    {
      ...token('dckr_pat_', 27, 'access token without its user name'),
      pattern: /^dckr_(pat_[A-Za-z0-9_-]{27}|oat_[A-Za-z0-9_-]{32})$/,
      example: (letters) => `dckr_pat_${letters(27, 'base64url')}`,
      role: 'wrong_kind',
      prefix: 'dckr_',
      instead: 'Docker Hub knows a token only together with its user or organisation. Give both, as USER:TOKEN.',
    },
  ],
  parts: [
    { name: 'user or organisation', variable: 'DOCKERHUB_USERNAME', secret: false },
    { name: 'access token', variable: 'DOCKERHUB_TOKEN', secret: true },
  ],
  unpack: unpackDockerHubKey,
  links: {
    dashboard: 'https://app.docker.com/settings/personal-access-tokens',
    docs: 'https://docs.docker.com/security/access-tokens/',
    support: 'https://hub.docker.com/support/contact/',
    billing: 'https://app.docker.com/billing',
    statusPage: 'https://www.dockerstatus.com',
  },
  status: { kind: 'statuspage', url: 'https://www.dockerstatus.com/api/v2/summary.json' },
  rotation: 'automatic',
  proof: {
    method: 'POST',
    path: '/v2/auth/token',
    headers: { 'content-type': 'application/json' },
    body: (key) => {
      const [identifier, secret] = twoParts(key)
      return JSON.stringify({ identifier, secret })
    },
    authorize: () => ({}),
    secretIn: 'body',
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-trace-id'],
  requestIdHeaders: ['x-trace-id'],
  permissionIncludes: {
    'repo:admin': ['repo:write'],
    'repo:write': ['repo:read'],
    'repo:read': ['repo:public_read'],
  },
  environmentHint: 'Tokens carry no test or live mark: an environment is a user or an organisation of its own.',
}
