import type { Answer, AnswerRule, KeyFormat, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'
import { readTime } from './read-time.ts'

const DETECTOR = 'trufflehog detector for HashiCorp Vault'
const HEALTH = 'openbao documentation: sys/health and the HTTP API, which Vault shares'
const KEY_SOURCE = 'gitleaks rules for Vault tokens'

/** Vault says “permission denied” of an unknown token, an expired one and one of another namespace alike. */
const answers: AnswerRule[] = [
  {
    when: { status: 503, text: /vault is sealed|maintenance|not initiali[sz]ed/i },
    verdict: 'provider_outage',
    confidence: 'likely',
    says: 'this server is sealed or under maintenance, and answers nothing until it is unsealed',
    source: HEALTH,
    example: { status: 503, body: { errors: ['Vault is sealed'] } },
  },
  {
    when: { status: 429, text: /quota|rate limit/i },
    verdict: 'rate_limited',
    confidence: 'possible',
    says: 'a rate limit quota of this server or namespace is used up for now',
    source: 'unconfirmed',
    example: { status: 429, body: { errors: ['request path "auth/token/lookup-self": rate limit quota exceeded'] } },
  },
  {
    when: { status: [400, 403], text: /missing client token/i },
    verdict: 'unexpected_response',
    confidence: 'possible',
    says: 'no token arrived, although one was sent: something on the way removed the X-Vault-Token header',
    source: 'unconfirmed',
    example: { status: 400, body: { errors: ['missing client token'] } },
  },
  {
    when: {
      status: [400, 403, 404],
      text: /no namespace|namespace (not (found|authori[sz]ed)|.{0,40}does not exist)/i,
    },
    verdict: 'wrong_environment',
    confidence: 'possible',
    says: 'the token belongs to another namespace or to another cluster',
    source: 'unconfirmed',
    example: {
      status: 403,
      body: { errors: ['error performing token check: failed to look up namespace from the token: no namespace'] },
    },
  },
  {
    when: { status: [400, 403], text: /permission denied|\b(bad|invalid) token\s*$/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'permission is denied: it says the same of a token that is unknown, expired or revoked, of one of another cluster, and of one of a namespace that the base URL does not name (…/v1/NAMESPACE)',
    source: DETECTOR,
    example: { status: 403, body: { errors: ['permission denied'] } },
  },
]

function readSuccess({ json }: Answer): Success | null {
  const { data } = isRecord(json) ? json : {}
  if (!isRecord(data) || !Array.isArray(data.policies) || !('ttl' in data) || typeof data.accessor !== 'string')
    return null
  const policies = [data.policies, data.identity_policies].flat().filter((name) => typeof name === 'string')
  return {
    observed: {
      owner: typeof data.display_name === 'string' ? data.display_name : undefined,
      permissions: [...new Set(policies)],
      expiresAt: readTime(data.expire_time),
    },
    because: '`data` shows the token’s own policies, accessor and time to live',
  }
}

const format = (kind: string, prefix: string, pattern: RegExp, example: KeyFormat['example']): KeyFormat => ({
  kind,
  pattern,
  example,
  role: 'usable',
  prefix,
  confirmed: true,
  source: KEY_SOURCE,
})

export const vault: Provider = {
  id: 'vault',
  name: 'HashiCorp Vault',
  category: 'other',
  baseUrl: null,
  address: { label: 'Address of your Vault server (VAULT_ADDR)', example: 'https://vault.example.com:8200' },
  otherBasePaths: [''],
  variables: ['VAULT_TOKEN'],
  keyFormats: [
    format('service token', 'hvs.', /^hvs\.[\w-]{90,120}$/, (letters) => `hvs.CAESI${letters(90, 'base64url')}`),
    {
      kind: 'service token of a namespace',
      pattern: /^hvs\.[\w-]{90,120}\.[A-Za-z0-9]{5}$/,
      example: (letters) => `hvs.${letters(95, 'base64url')}.${letters(5)}`,
      role: 'usable',
      prefix: 'hvs.',
      confirmed: false,
      source: 'unconfirmed',
    },
    format('batch token', 'hvb.', /^hvb\.[\w-]{138,300}$/, (letters) => `hvb.${letters(160, 'base64url')}`),
    format('service token of the older form', 's.', /^s\.[A-Za-z0-9]{24}$/, (letters) => `s.${letters(24)}`),
  ],
  links: {
    dashboard: null,
    docs: 'https://developer.hashicorp.com/vault/docs/concepts/tokens',
    support: 'https://support.hashicorp.com',
  },
  rotation: 'automatic',
  proof: {
    method: 'GET',
    // A namespace stands in the address, right after the version: then the base URL holds both.
    path: (_, baseUrl) => `${/\/v1(\/|$)/.test(baseUrl) ? '' : '/v1'}/auth/token/lookup-self`,
    authorize: (key) => ({ 'x-vault-token': key }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-vault-hostname', 'x-vault-raft-node-id'],
  requestIdHeaders: [],
  environmentHint:
    'The server and its namespace are the environment: a token of another one is refused like an unknown one. For a token of a namespace (hvs.….xxxxx) the base URL names it: https://vault.example.com:8200/v1/NAMESPACE',
}
