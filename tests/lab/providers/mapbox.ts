import { randomText } from '../random-text.ts'
import type { Answer, Call, IssuedKey, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('https://docs.mapbox.com/api/accounts/tokens/, retrieve a token (mb-sdk)')

const about = (code: string, token: Record<string, Json> = {}): Json => ({
  code,
  token: { usage: 'sk', user: 'lab', authorization: '{{account}}', ...token },
})

/** Dead tokens are described with 200, too. */
const scenarios: Scenario[] = [
  scenario(200, { code: 'TokenInvalid' }, { name: 'invalid', expectedVerdict: 'key_invalid', ...unconfirmed }),
  scenario(200, { code: 'TokenMalformed' }, { name: 'malformed', expectedVerdict: 'key_invalid', ...unconfirmed }),
  scenario(200, about('TokenExpired', { usage: 'tk', expires: '2026-01-15T19:27:53.000Z' }), {
    name: 'expired',
    expectedVerdict: 'key_expired',
  }),
  scenario(200, about('TokenRevoked'), { name: 'revoked', expectedVerdict: 'key_revoked', ...unconfirmed }),
  scenario(
    403,
    { message: 'This endpoint requires a token with {{permission}} scope' },
    {
      name: 'missing_permission',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'tokens:read',
      ...unconfirmed,
    },
  ),
  scenario(
    429,
    { message: 'Too Many Requests' },
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: { 'x-rate-limit-interval': '60', 'x-rate-limit-limit': '100', 'x-rate-limit-reset': '{{resetEpoch}}' },
      ...unconfirmed,
    },
  ),
  scenario(500, { message: 'Internal Server Error' }, { name: 'outage', expectedVerdict: 'provider_outage' }),
  scenario(
    200,
    { code: 'TokenDreaming', token: {} },
    {
      name: 'unknown_json',
      expectedVerdict: 'unexpected_response',
      ...madeUp,
    },
  ),
  scenario(
    400,
    { message: 'The map is folded' },
    {
      name: 'unknown_code',
      expectedVerdict: 'unexpected_response',
      ...madeUp,
    },
  ),
]

const payload = (user: string) =>
  Buffer.from(JSON.stringify({ u: user, a: randomText('hex', 25) })).toString('base64url')

const retrieve = (_: Call, key: IssuedKey | undefined): Answer => ({
  status: 200,
  body: about('TokenValid', {
    usage: key?.value.slice(0, 2) ?? 'sk',
    ...(key?.permissions ? { scopes: key.permissions } : {}),
    ...(key?.expiresAt ? { expires: key.expiresAt.toISOString() } : {}),
  }),
})

export const mapbox: Provider = {
  id: 'mapbox',
  name: 'Mapbox',
  host: 'api.mapbox.com',
  basePath: '',
  environmentVariable: 'MAPBOX_ACCESS_TOKEN',
  formats: {
    secret: {
      mint: () => `sk.${payload('lab')}.${randomText('base64url', 22)}`,
      pattern: /^sk\.[\w-]+\.[\w-]{22}$/,
    },
    public: {
      mint: () => `pk.${payload('lab')}.${randomText('base64url', 22)}`,
      pattern: /^pk\.[\w-]+\.[\w-]{22}$/,
    },
  },
  proof: (key) => ({ path: `/tokens/v2?access_token=${encodeURIComponent(key)}`, headers: {} }),
  presented: (call) => call.query.get('access_token') || undefined,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'access-control-allow-origin': '*',
    'cache-control': 'max-age=60',
    'x-rate-limit-interval': '60',
    'x-rate-limit-limit': '100',
    'x-rate-limit-reset': '{{resetEpoch}}',
  },
  requestId: () => randomText('hex', 32),
  noKey: { status: 422, body: { message: 'access token is required' } },
  notFound: { status: 404, body: { message: 'Not Found' } },
  routes: { 'GET /tokens/v2': { answer: retrieve } },
  scenarios,
}
