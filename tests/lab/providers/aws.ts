import { awsSignature, type Signed } from '../aws-signature.ts'
import { randomText } from '../random-text.ts'
import type { Answer, Call, IssuedKey, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('trufflehog detectors for AWS (th:aws/access_keys, th:aws/session_keys)')
const bedrock = 'Amazon Bedrock errors (idx:dd-br)'

const error = (code: string, message: string): Json => ({
  Error: { Code: code, Message: message, Type: 'Sender' },
  RequestId: '{{requestId}}',
})
const unknownId = error('InvalidClientTokenId', 'The security token included in the request is invalid.')
const mismatch = error(
  'SignatureDoesNotMatch',
  'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
)

const scenarios: Scenario[] = [
  scenario(403, unknownId, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(403, unknownId, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(403, mismatch, { name: 'wrong_secret', expectedVerdict: 'key_invalid' }),
  scenario(403, error('ExpiredToken', 'The security token included in the request is expired'), {
    name: 'expired',
    expectedVerdict: 'key_expired',
  }),
  scenario(
    403,
    error('AccessDenied', 'User: arn:aws:iam::123456789012:user/lab is not authorized to perform: {{permission}}'),
    {
      name: 'missing_permission',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'sts:GetCallerIdentity',
      source: bedrock,
    },
  ),
  scenario(429, error('ThrottlingException', 'Rate exceeded'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    ...unconfirmed,
  }),
  scenario(400, error('Throttling', 'Rate exceeded'), {
    name: 'throttled_400',
    expectedVerdict: 'rate_limited',
    ...unconfirmed,
  }),
  scenario(400, error('ServiceQuotaExceededException', 'Too many of them.'), {
    name: 'quota',
    expectedVerdict: 'quota_or_billing',
    source: bedrock,
  }),
  scenario(403, error('OptInRequired', 'The AWS Access Key Id needs a subscription for the service'), {
    name: 'suspended',
    expectedVerdict: 'account_suspended',
    ...unconfirmed,
  }),
  scenario(403, error('RegionDisabledException', 'STS is not activated in this region for account: 123456789012.'), {
    name: 'region_disabled',
    expectedVerdict: 'wrong_environment',
    ...unconfirmed,
  }),
  scenario(404, error('ResourceNotFoundException', 'The requested resource was not found.'), {
    name: 'not_found',
    expectedVerdict: 'model_not_found',
    source: bedrock,
  }),
  scenario(
    403,
    error(
      'SignatureDoesNotMatch',
      'Signature expired: 20261125T200000Z is now earlier than 20261125T220000Z (20261125T221500Z - 15 min.)',
    ),
    { name: 'signature_expired', expectedVerdict: 'clock_skew', ...unconfirmed },
  ),
  scenario(503, error('ServiceUnavailable', 'Service is unavailable'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(
    200,
    { ListLanternsResponse: {} },
    { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp },
  ),
  scenario(418, error('LanternIsOut', 'The lantern is out.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const identity = (_: Call, key: IssuedKey | undefined): Answer => ({
  status: 200,
  body: {
    GetCallerIdentityResponse: {
      GetCallerIdentityResult: {
        Account: '123456789012',
        Arn: 'arn:aws:iam::123456789012:user/lab',
        UserId: `AIDA${(key?.account ?? '').toUpperCase()}`,
      },
      ResponseMetadata: { RequestId: '{{requestId}}' },
    },
  },
})

const query = 'Action=GetCallerIdentity&Version=2011-06-15'

function sign(key: string, baseUrl: string): Record<string, string> {
  const [id = '', secret = '', token] = key.split(':')
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '')
  const scope = `${time.slice(0, 8)}/us-east-1/sts/aws4_request`
  const headers: Signed['headers'] = [
    ['host', new URL(baseUrl).host],
    ['x-amz-date', time],
  ]
  if (token) headers.push(['x-amz-security-token', token])
  const names = headers.map(([name]) => name).join(';')
  const signature = awsSignature({ method: 'GET', path: '/', query, headers, body: '' }, secret, scope, time)
  const authorization = `AWS4-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=${names}, Signature=${signature}`
  return { ...Object.fromEntries(headers.slice(1)), authorization, accept: 'application/json' }
}

const FORM = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/

/** Works the signature out anew, from what arrived and from the secret that was issued. */
function check(call: Call, key: IssuedKey): Answer | undefined {
  const [, , scope = '', names = '', signature] = FORM.exec(call.headers.authorization ?? '') ?? []
  const [, secret = '', token] = key.value.split(':')
  const headers = names.split(';').map((name): [string, string] => [name, String(call.headers[name])])
  const sorted = [...call.query]
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .sort()
    .join('&')
  const request = { method: call.method, path: call.path, query: sorted, headers, body: call.body }
  const expected = awsSignature(request, secret, scope, String(call.headers['x-amz-date']))
  if (token !== undefined && call.headers['x-amz-security-token'] !== token) return { status: 403, body: unknownId }
  // Clients may sign more than AWS asks for: curl signs every header that it was given.
  const isWhole = ['host', 'x-amz-date'].every((name) => names.split(';').includes(name))
  return signature === expected && isWhole ? undefined : { status: 403, body: mismatch }
}

const keyId = (prefix: string) =>
  `${prefix}${randomText('upper', 64)
    .replace(/[^A-Z2-7]/g, '')
    .slice(0, 16)}`
const missing = error('MissingAuthenticationToken', 'Request is missing Authentication Token')

export const aws: Provider = {
  id: 'aws',
  name: 'AWS (STS)',
  host: 'sts.amazonaws.com',
  basePath: '',
  environmentVariable: 'AWS_ACCESS_KEY_ID',
  formats: {
    access: {
      mint: () => `${keyId('AKIA')}:${randomText('alphanumeric', 40)}`,
      pattern: /^AKIA[A-Z2-7]{16}:[A-Za-z0-9+/]{40}$/,
    },
    temporary: {
      mint: () => `${keyId('ASIA')}:${randomText('alphanumeric', 40)}:${randomText('alphanumeric', 356)}`,
      pattern: /^ASIA[A-Z2-7]{16}:[A-Za-z0-9+/]{40}:[A-Za-z0-9+/=]{100,}$/,
    },
  },
  proof: (key, baseUrl) => ({ path: `/?${query}`, headers: sign(key, baseUrl) }),
  presented: (call) => FORM.exec(call.headers.authorization ?? '')?.[1],
  shownOf: (value) => value.split(':')[0] ?? value,
  check,
  headers: { 'content-type': 'application/json', 'x-amzn-requestid': '{{requestId}}' },
  requestId: () => [8, 4, 4, 4, 12].map((length) => randomText('hex', length)).join('-'),
  noKey: { status: 403, body: missing },
  notFound: { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not Found\n' },
  routes: { 'GET /': { answer: identity } },
  scenarios,
}
