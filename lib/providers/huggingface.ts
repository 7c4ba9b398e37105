import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, KeyFormat, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'
import { readTime } from './read-time.ts'

const TOKENS = 'https://huggingface.co/docs/hub/security-tokens'

/** Expiry is said in words of its own; unknown and deleted tokens share theirs. */
const answers: AnswerRule[] = [
  {
    when: { status: 403, text: /token has been revoked by .{0,40}administrator/i },
    verdict: 'key_revoked',
    confidence: 'proven',
    says: 'an administrator of the organisation has revoked this token there; outside that organisation it may still work',
    source: TOKENS,
    example: {
      status: 403,
      body: { error: 'Your token has been revoked by the organization administrator.' },
    },
  },
  {
    when: {
      status: 403,
      text: /sufficient permissions|fine[- ]grained (access )?tokens?|token.{0,60}(pending|awaiting|not (yet )?(been )?approved)/i,
    },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the token lacks a permission, is not of the fine-grained kind that the organisation demands, or waits for the organisation’s approval',
    source: TOKENS,
    example: {
      status: 403,
      body: {
        error:
          'This authentication method does not have sufficient permissions to call Inference Providers on behalf of user lab',
      },
    },
  },
  {
    when: { status: 401, text: /\b(is|has|was|already) expired\b|^expired\b/i },
    verdict: 'key_expired',
    confidence: 'proven',
    says: 'the token is expired',
    source: 'betterleaks rules: an expired token is answered in words of its own',
    example: { status: 401, body: { error: 'User Access Token "ci" is expired' } },
  },
  {
    when: { status: 401, text: /invalid (credentials|username or password|user token|(or expired )?token)/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the credentials are not valid; it uses the same words for an unknown and a deleted token',
    source: 'trufflehog detector for Hugging Face',
    example: {
      status: 401,
      headers: { 'x-error-message': 'Invalid credentials in Authorization header' },
      body: { error: 'Invalid credentials in Authorization header' },
    },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || typeof json.name !== 'string') return null
  const { accessToken, expiresAt } = isRecord(json.auth) ? json.auth : {}
  if (!isRecord(accessToken) && !isOneOf(json.type, 'user', 'org', 'app')) return null
  const orgs = Array.isArray(json.orgs) ? json.orgs.filter(isRecord) : []
  const names = orgs.map(({ name }) => name).filter((name) => typeof name === 'string')
  return {
    observed: {
      owner: typeof json.email === 'string' ? `${json.name} (${json.email})` : json.name,
      organisation: names.length > 0 ? names.join(', ') : undefined,
      permissions: permissionsOf(accessToken),
      expiresAt: readTime(expiresAt),
    },
    because: '`name` says whose token this is',
  }
}

function isOneOf(value: unknown, ...words: string[]): boolean {
  return typeof value === 'string' && words.includes(value)
}

/** A role (`read`, `write`), or for a fine-grained token what it was given, for all and for single repositories. */
function permissionsOf(token: unknown): string[] | undefined {
  if (!isRecord(token) || typeof token.role !== 'string') return undefined
  if (!isRecord(token.fineGrained)) return [token.role]
  const { global, scoped } = token.fineGrained
  const lists = [global, ...(Array.isArray(scoped) ? scoped.filter(isRecord).map((one) => one.permissions) : [])]
  const names = lists.flatMap((list) => (Array.isArray(list) ? list : [])).filter((name) => typeof name === 'string')
  return [...new Set(names)]
}

const format = (kind: string, prefix: string): KeyFormat => ({
  kind,
  pattern: new RegExp(`^${prefix}[A-Za-z0-9]{34}$`),
  example: (letters) => `${prefix}${letters(34)}`,
  role: 'usable',
  prefix,
  confirmed: true,
  source: 'gitleaks and trufflehog rules for Hugging Face tokens',
})

export const huggingface: Provider = {
  id: 'huggingface',
  name: 'Hugging Face',
  category: 'llm',
  baseUrl: 'https://huggingface.co/api',
  otherHosts: ['router.huggingface.co'],
  otherBasePaths: ['/api'],
  variables: ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'HUGGINGFACE_API_KEY', 'HUGGINGFACEHUB_API_TOKEN'],
  keyFormats: [format('user token', 'hf_'), format('organisation token', 'api_org_')],
  links: {
    dashboard: 'https://huggingface.co/settings/tokens',
    docs: TOKENS,
    support: 'https://huggingface.co/support',
    billing: 'https://huggingface.co/settings/billing',
    statusPage: 'https://status.huggingface.co',
  },
  status: { kind: 'betterstack', url: 'https://status.huggingface.co/index.json' },
  rotation: 'manual',
  // Lists of models answer without a token, here and at the router, so they prove nothing and name no model as missing.
  proof: {
    method: 'GET',
    baseUrl: 'https://huggingface.co/api',
    path: '/whoami-v2',
    authorize: bearer,
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-error-message', 'x-error-code', 'ratelimit-policy'],
  requestIdHeaders: ['x-request-id'],
  permissionIncludes: { write: ['read'], 'repo.write': ['repo.content.read'] },
  environmentHint: 'Tokens carry no mark of an environment: give each one a token of its own, named after it.',
}
