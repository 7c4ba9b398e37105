import type { Answer, AnswerRule, KeyFormat, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'
import { readTime } from './read-time.ts'
import { urlPart } from './url-part.ts'

const TOKENS = 'https://docs.mapbox.com/api/accounts/tokens/'

const about = (code: string, token: object = {}) => ({
  status: 200,
  body: { code, token: { usage: 'pk', user: 'example', ...token } },
})

/** Mapbox describes dead tokens with HTTP 200 as well: the word in `code` decides. */
const answers: AnswerRule[] = [
  {
    when: { status: [200, 401], code: 'tokenexpired' },
    verdict: 'key_expired',
    confidence: 'likely',
    says: 'the token has expired',
    source: TOKENS,
    example: about('TokenExpired', { usage: 'tk', expires: '2016-09-15T19:27:53.000Z' }),
  },
  {
    when: { status: [200, 401], code: 'tokenrevoked' },
    verdict: 'key_revoked',
    confidence: 'possible',
    says: 'the token was revoked',
    source: 'unconfirmed',
    example: about('TokenRevoked'),
  },
  {
    when: { status: [200, 401, 422], code: ['tokeninvalid', 'tokenmalformed'] },
    verdict: 'key_invalid',
    confidence: 'possible',
    says: 'this is no token of its own: it is mistyped, or cut off',
    source: 'unconfirmed',
    example: about('TokenInvalid'),
  },
  {
    when: { status: 401, text: /^(not authorized - )?invalid token$|^unauthorized$/i },
    verdict: 'key_invalid',
    confidence: 'possible',
    says: 'the token is invalid; it says the same of a deleted one',
    source: 'unconfirmed',
    example: { status: 401, body: { message: 'Not Authorized - Invalid Token' } },
  },
  {
    when: { status: 403, also: ({ kind }) => kind === 'json', text: /\bscopes?\b|\burls?\b|^forbidden$/i },
    verdict: 'permission_missing',
    confidence: 'possible',
    says: 'the token lacks a scope, or is only good for web pages at certain addresses',
    source: 'unconfirmed',
    example: { status: 403, body: { message: 'Forbidden' } },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || json.code !== 'TokenValid' || !isRecord(json.token)) return null
  const { user, scopes, expires } = json.token
  if (typeof user !== 'string') return null
  return {
    observed: {
      owner: user,
      permissions: Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : undefined,
      expiresAt: readTime(expires),
    },
    because: '`code` is `TokenValid`, and `token` names its owner',
  }
}

const format = (prefix: string, kind: string, rest: Partial<KeyFormat> = {}): KeyFormat => ({
  kind,
  pattern: new RegExp(`^${prefix}\\.eyJ[\\w-]+\\.[\\w-]{22}$`),
  example: (letters) => `${prefix}.eyJ${letters(77)}.${letters(22)}`,
  role: 'usable',
  prefix: `${prefix}.`,
  confirmed: true,
  source: 'gitleaks and trufflehog rules',
  ...rest,
})

export const mapbox: Provider = {
  id: 'mapbox',
  name: 'Mapbox',
  category: 'data',
  baseUrl: 'https://api.mapbox.com',
  variables: ['MAPBOX_ACCESS_TOKEN', 'MAPBOX_TOKEN', 'MAPBOX_SECRET_TOKEN'],
  keyFormats: [
    format('sk', 'secret token'),
    format('pk', 'public token'),
    format('tk', 'temporary token', { confirmed: false, source: 'unconfirmed' }),
  ],
  links: {
    dashboard: 'https://console.mapbox.com/account/access-tokens/',
    docs: TOKENS,
    support: 'https://support.mapbox.com',
    billing: 'https://console.mapbox.com/account/invoices/',
    statusPage: 'https://status.mapbox.com',
  },
  status: { kind: 'statuspage', url: 'https://status.mapbox.com/api/v2/summary.json' },
  rotation: 'automatic',
  // Mapbox takes a token in the query and in no header.
  proof: {
    method: 'GET',
    path: (key) => `/tokens/v2?access_token=${urlPart(key)}`,
    authorize: () => ({}),
    secretIn: 'query',
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-rate-limit-interval', 'x-rate-limit-limit', 'x-rate-limit-reset'],
  requestIdHeaders: [],
  environmentHint: 'The beginning says who may see it: pk. may stand in a web page, sk. and tk. may not.',
}
