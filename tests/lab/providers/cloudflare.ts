import { presentedKey } from '../presented-key.ts'
import { bearer } from '../proof-call.ts'
import { randomText } from '../random-text.ts'
import type { Answer, Call, IssuedKey, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('trufflehog detector for Cloudflare API tokens; verify body (cf-ver)')

const refused = (code: number, message: string, chain: Json[] = []): Json => ({
  success: false,
  errors: [{ code, message, ...(chain.length > 0 && { error_chain: chain }) }],
  messages: [],
  result: null,
})
const found = (status: string, rest: Record<string, Json> = {}): Json => ({
  result: { id: '{{account}}', status, ...rest },
  success: true,
  errors: [],
  messages: [{ code: 10000, message: `This API Token is ${status}`, type: null }],
})

const invalid = refused(1000, 'Invalid API Token')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, invalid, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(
    400,
    refused(6003, 'Invalid request headers', [{ code: 6111, message: 'Invalid format for Authorization header' }]),
    {
      name: 'malformed',
      expectedVerdict: 'key_invalid',
      ...unconfirmed,
    },
  ),
  scenario(200, found('expired', { expires_on: '2026-01-31T23:59:59Z' }), {
    name: 'expired',
    expectedVerdict: 'key_expired',
    ...unconfirmed,
  }),
  scenario(200, found('disabled'), { name: 'disabled', expectedVerdict: 'key_revoked', ...unconfirmed }),
  scenario(403, refused(10000, 'Authentication error'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'API Tokens Read',
    ...unconfirmed,
  }),
  scenario(403, refused(9109, 'Cannot use the access token from location: 203.0.113.9'), {
    name: 'ip_blocked',
    expectedVerdict: 'ip_not_allowed',
    ...unconfirmed,
  }),
  scenario(
    429,
    refused(
      10429,
      'More than 1200 requests per 300 seconds reached. Please wait and consider throttling your request speed',
    ),
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: { 'retry-after': '120' },
      ...unconfirmed,
    },
  ),
  scenario(404, refused(7003, 'Could not route to {{path}}, perhaps your object identifier is invalid?'), {
    name: 'api_version',
    expectedVerdict: 'base_url_wrong',
    ...unconfirmed,
  }),
  scenario(500, refused(10001, 'Internal server error'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(
    200,
    { success: true, result: { lava: 'lamp' } },
    { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp },
  ),
  scenario(403, refused(4242, 'The lava lamps are cold.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const verify = (_: Call, key: IssuedKey | undefined): Answer => ({
  status: 200,
  body: found('active', {
    not_before: '2026-01-01T00:00:00Z',
    ...(key?.expiresAt && { expires_on: key.expiresAt.toISOString() }),
  }),
})

const checksummed = (prefix: string) => ({
  mint: () => `${prefix}${randomText('alphanumeric', 40)}${randomText('hex', 8)}`,
  pattern: new RegExp(`^${prefix}[A-Za-z0-9]{40}[a-f0-9]{8}$`),
})

export const cloudflare: Provider = {
  id: 'cloudflare',
  name: 'Cloudflare',
  host: 'api.cloudflare.com',
  basePath: '/client/v4',
  environmentVariable: 'CLOUDFLARE_API_TOKEN',
  formats: {
    user: checksummed('cfut_'),
    account: checksummed('cfat_'),
    legacy: { mint: () => randomText('base64url', 40), pattern: /^[A-Za-z0-9_-]{40}$/ },
  },
  proof: (key) => ({ path: '/user/tokens/verify', headers: bearer(key) }),
  presented: presentedKey,
  headers: {
    'content-type': 'application/json',
    'api-version': '2026-11-01',
    server: 'cloudflare',
    'cf-ray': '{{requestId}}',
  },
  requestId: () => `${randomText('hex', 16)}-FRA`,
  noKey: { status: 400, body: refused(9106, 'Missing X-Auth-Key, X-Auth-Email or Authorization headers') },
  notFound: {
    status: 404,
    body: refused(7003, 'Could not route to {{path}}, perhaps your object identifier is invalid?'),
  },
  routes: {
    'GET /user/tokens/verify': { answer: verify },
    'GET /accounts/:account/tokens/verify': { answer: verify },
  },
  scenarios,
}
