import { randomText } from '../random-text.ts'
import type { Answer, Call, IssuedKey, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('trufflehog detector for Docker Hub (th:dockerhub/v2)')

const incorrect: Json = {
  detail: 'Incorrect authentication credentials',
  message: 'Incorrect authentication credentials',
}

const scenarios: Scenario[] = [
  scenario(401, incorrect, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, { message: 'unauthorized', errinfo: {} }, { name: 'unauthorized', expectedVerdict: 'key_invalid' }),
  scenario(401, incorrect, {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
    ...unconfirmed,
  }),
  scenario(401, incorrect, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(
    401,
    { detail: 'Require secondary authentication on MFA enabled account', login_2fa_token: '{{requestId}}' },
    { name: 'two_factor', expectedVerdict: 'wrong_key_kind' },
  ),
  scenario(
    403,
    { message: 'token issued from personal access token', errinfo: {} },
    {
      name: 'missing_permission',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'repo:admin',
      source: 'idx:dh403',
    },
  ),
  scenario(
    429,
    { detail: 'Rate limit exceeded', error: false },
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: { 'x-ratelimit-limit': '180', 'x-ratelimit-remaining': '0', 'retry-after': '{{resetEpoch}}' },
      ...unconfirmed,
    },
  ),
  scenario(
    500,
    { message: 'internal error', errinfo: {} },
    {
      name: 'outage',
      expectedVerdict: 'provider_outage',
      ...unconfirmed,
    },
  ),
  scenario(200, { whale: 'white' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(
    401,
    { message: 'the whale has dived' },
    {
      name: 'unknown_code',
      expectedVerdict: 'unexpected_response',
      ...madeUp,
    },
  ),
]

const segment = (part: Json) => Buffer.from(JSON.stringify(part)).toString('base64url')

/** A signed token of ten minutes, as the real one is; the signature is random. */
function issueToken(_: Call, key: IssuedKey | undefined): Answer {
  const now = Math.floor(Date.now() / 1000)
  const [username = ''] = key?.value.split(':') ?? []
  const claims: Json = {
    aud: 'https://hub.docker.com',
    exp: now + 600,
    'https://hub.docker.com': { email: 'lab@example.com', username, roles: [], source: 'docker_pat' },
    iat: now,
    iss: 'https://api.docker.com/',
    scope: (key?.permissions ?? ['repo:public_read']).join(' '),
  }
  return {
    status: 200,
    body: {
      access_token: [segment({ alg: 'RS256', typ: 'JWT' }), segment(claims), randomText('base64url', 86)].join('.'),
    },
  }
}

function identifierAndSecret({ body }: Call): string | undefined {
  const [, identifier] = /"identifier"\s*:\s*"([^"]+)"/.exec(body) ?? []
  const [, secret] = /"secret"\s*:\s*"([^"]+)"/.exec(body) ?? []
  return identifier && secret ? `${identifier}:${secret}` : undefined
}

const minted = (prefix: string, length: number) => ({
  mint: () => `lab${randomText('digits', 6)}:${prefix}${randomText('base64url', length)}`,
  pattern: new RegExp(`^[a-z0-9]+:${prefix}[A-Za-z0-9_-]{${length}}$`),
})

export const dockerhub: Provider = {
  id: 'dockerhub',
  name: 'Docker Hub',
  host: 'hub.docker.com',
  basePath: '',
  environmentVariable: 'DOCKERHUB_TOKEN',
  formats: { personal: minted('dckr_pat_', 27), organisation: minted('dckr_oat_', 32) },
  proof: (key) => {
    const [identifier = '', secret = ''] = key.split(':')
    const body = JSON.stringify({ identifier, secret: secret || identifier })
    return { method: 'POST', path: '/v2/auth/token', headers: { 'content-type': 'application/json' }, body }
  },
  presented: identifierAndSecret,
  headers: { 'content-type': 'application/json', server: 'nginx', 'x-trace-id': '{{requestId}}' },
  requestId: () => randomText('hex', 32),
  noKey: { status: 400, body: { message: 'malformed request', errinfo: {} } },
  notFound: { status: 404, body: { message: 'object not found', errinfo: {} } },
  routes: { 'POST /v2/auth/token': { answer: issueToken } },
  scenarios,
}
