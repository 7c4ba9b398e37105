import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const DETECTOR = 'trufflehog detectors for Netlify tokens'

const error = (code: number, message: string) => ({ code, message })

const answers: AnswerRule[] = [
  {
    when: { status: 401, text: /access denied|unauthori[sz]ed/i, also: ({ kind }) => kind === 'json' },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'access is denied: it does not accept this token, and says the same of an unknown, an expired and a deleted one',
    source: DETECTOR,
    example: {
      status: 401,
      headers: { 'x-nf-request-id': '01JDABCDEFGHJKMNPQRSTVWXYZ' },
      body: error(401, 'Access Denied'),
    },
  },
  {
    when: { status: 403, text: /forbidden|not allowed|permission/i, also: ({ kind }) => kind === 'json' },
    verdict: 'permission_missing',
    confidence: 'possible',
    says: 'the token may not do this',
    source: 'unconfirmed',
    example: { status: 403, body: error(403, 'Forbidden') },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!Array.isArray(json) || json.length === 0) return null
  const accounts = json.filter(isRecord)
  const names = accounts.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
  if (accounts.length !== json.length || accounts.some(({ id, slug }) => !isText(id) || !isText(slug))) return null
  return { observed: { organisation: names.join(', ') || undefined }, because: 'the answer lists accounts by `slug`' }
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

export const netlify: Provider = {
  id: 'netlify',
  name: 'Netlify',
  category: 'cloud',
  baseUrl: 'https://api.netlify.com/api/v1',
  variables: ['NETLIFY_AUTH_TOKEN', 'NETLIFY_API_TOKEN', 'NETLIFY_TOKEN'],
  keyFormats: [
    {
      kind: 'personal access token',
      pattern: /^nfp_[A-Za-z0-9_]{36}$/,
      example: (letters) => `nfp_${letters(36)}`,
      role: 'usable',
      prefix: 'nfp_',
      confirmed: true,
      source: DETECTOR,
    },
    {
      kind: 'token of the older form',
      pattern: /^[A-Za-z0-9_-]{43,45}$/,
      example: (letters) => letters(43, 'base64url'),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: true,
      source: DETECTOR,
    },
  ],
  links: {
    dashboard: 'https://app.netlify.com/user/applications#personal-access-tokens',
    docs: 'https://docs.netlify.com/api/get-started/',
    support: 'https://www.netlify.com/support/',
    statusPage: 'https://www.netlifystatus.com',
  },
  status: {
    kind: 'statuspage',
    url: 'https://www.netlifystatus.com/api/v2/summary.json',
    components: /\b(API|Netlify App|Authentication|Login)\b/i,
  },
  rotation: 'manual',
  proof: { method: 'GET', path: '/accounts', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-nf-request-id'],
  requestIdHeaders: ['x-nf-request-id'],
  environmentHint: 'Tokens carry no test or live mark: an environment is a team of its own, which the test shows.',
}
