import { presentedInHeader, presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Answer, Call, IssuedKey, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('trufflehog detector for HashiCorp Vault (th:hashicorpvault)')
const health = 'openbao: api/system/health.mdx, api/index.mdx (bao-health)'

const errors = (...texts: string[]): Json => ({ errors: texts })
const denied = errors('2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n')

const scenarios: Scenario[] = [
  scenario(403, denied, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(403, errors('permission denied'), {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
  }),
  scenario(403, errors('permission denied'), {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
  }),
  scenario(403, errors('bad token'), { name: 'bad_token', expectedVerdict: 'key_invalid' }),
  scenario(403, errors('1 error occurred:\n\t* permission denied\n\n'), {
    name: 'other_namespace',
    expectedVerdict: 'key_invalid',
    ...unconfirmed,
  }),
  scenario(429, errors('request path "auth/token/lookup-self": rate limit quota exceeded'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '0', 'retry-after': '1' },
    ...unconfirmed,
  }),
  scenario(503, errors('Vault is sealed'), { name: 'sealed', expectedVerdict: 'provider_outage', source: health }),
  scenario(500, errors('internal error'), { name: 'outage', expectedVerdict: 'provider_outage', source: health }),
  scenario(
    200,
    { data: { ghost: 'in the vault' } },
    { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp },
  ),
  scenario(403, errors('the door is painted on'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

function lookUp(_: Call, key: IssuedKey | undefined): Answer {
  const data: Json = {
    accessor: randomText('alphanumeric', 24),
    creation_time: 1_790_000_000,
    creation_ttl: 2_764_800,
    display_name: 'token-lab',
    entity_id: '',
    expire_time: key?.expiresAt?.toISOString() ?? null,
    explicit_max_ttl: 0,
    id: key?.value ?? '',
    meta: null,
    num_uses: 0,
    orphan: false,
    path: 'auth/token/create',
    policies: key?.permissions ?? ['default', 'lab'],
    renewable: true,
    ttl: 2_764_790,
    type: 'service',
  }
  const none: Json = null
  const rest = { lease_id: '', renewable: false, lease_duration: 0, wrap_info: none, warnings: none, auth: none }
  return { status: 200, body: { request_id: '{{requestId}}', ...rest, data } }
}

export const vault: Provider = {
  id: 'vault',
  name: 'HashiCorp Vault',
  host: 'vault.example.com',
  basePath: '',
  environmentVariable: 'VAULT_TOKEN',
  formats: {
    service: { mint: () => `hvs.${randomText('base64url', 95)}`, pattern: /^hvs\.[\w-]{90,120}$/ },
    namespaced: {
      mint: () => `hvs.${randomText('base64url', 95)}.${randomText('alphanumeric', 5)}`,
      pattern: /^hvs\.[\w-]{90,120}\.[A-Za-z0-9]{5}$/,
    },
    batch: { mint: () => `hvb.${randomText('base64url', 158)}`, pattern: /^hvb\.[\w-]{138,300}$/ },
    legacy: { mint: () => `s.${randomText('alphanumeric', 24)}`, pattern: /^s\.[A-Za-z0-9]{24}$/ },
  },
  proof: (key) => ({ path: '/v1/auth/token/lookup-self', headers: { 'x-vault-token': key } }),
  presented: (call) => presentedInHeader(call, 'x-vault-token') ?? presentedKey(call),
  headers: {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  },
  requestId: () => [8, 4, 4, 4, 12].map((length) => randomText('hex', length)).join('-'),
  noKey: { status: 400, body: errors('missing client token') },
  notFound: { status: 404, body: errors() },
  routes: {
    'GET /v1/auth/token/lookup-self': { answer: lookUp },
    'GET /v1/:namespace/auth/token/lookup-self': { answer: lookUp },
  },
  scenarios,
}
