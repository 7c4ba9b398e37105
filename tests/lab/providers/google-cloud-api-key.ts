import { presentedInHeader } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('google.api.ErrorReason (goog-err)')
const service = 'identitytoolkit.googleapis.com'

function error(code: number, status: string, message: string, reason?: string): Json {
  const metadata: Json = { service, consumer: 'projects/{{project}}' }
  const info: Json = {
    '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
    reason: reason ?? '',
    domain: 'googleapis.com',
    metadata,
  }
  const errors: Json = [{ message, domain: 'global', reason: 'forbidden' }]
  return { error: { code, message, errors, status, ...(reason ? { details: [info] } : {}) } }
}
const denied = (reason: string, message: string) => error(403, 'PERMISSION_DENIED', message, reason)
const notValid = error(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', 'API_KEY_INVALID')
const needsService = {
  expectedVerdict: 'paired_limited',
  expectedWhenRequired: 'permission_missing',
  permission: service,
}

const scenarios: Scenario[] = [
  scenario(400, notValid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(400, error(400, 'INVALID_ARGUMENT', 'API key expired. Please renew the API key.', 'API_KEY_INVALID'), {
    name: 'expired',
    expectedVerdict: 'key_expired',
  }),
  scenario(400, notValid, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(
    403,
    denied('API_KEY_SERVICE_BLOCKED', `Requests to this API ${service} method GetProjectConfig are blocked.`),
    {
      name: 'missing_permission',
      ...needsService,
    },
  ),
  scenario(
    403,
    denied(
      'SERVICE_DISABLED',
      'Identity Toolkit API has not been used in project {{project}} before or it is disabled.',
    ),
    { name: 'service_disabled', ...needsService },
  ),
  scenario(
    400,
    { error: { code: 400, message: 'CONFIGURATION_NOT_FOUND', errors: [] } },
    {
      name: 'not_set_up',
      ...needsService,
      ...unconfirmed,
    },
  ),
  scenario(429, error(429, 'RESOURCE_EXHAUSTED', "Quota exceeded for quota metric 'Queries'", 'RATE_LIMIT_EXCEEDED'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
  }),
  scenario(403, denied('BILLING_DISABLED', 'This API method requires billing to be enabled.'), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
  }),
  scenario(429, error(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded.', 'RESOURCE_QUOTA_EXCEEDED'), {
    name: 'quota',
    expectedVerdict: 'quota_or_billing',
  }),
  scenario(403, denied('CONSUMER_SUSPENDED', "Consumer 'projects/{{project}}' has been suspended."), {
    name: 'suspended',
    expectedVerdict: 'account_suspended',
  }),
  scenario(403, denied('API_KEY_IP_ADDRESS_BLOCKED', 'The provided API key has an IP address restriction.'), {
    name: 'ip_blocked',
    expectedVerdict: 'ip_not_allowed',
  }),
  scenario(403, denied('API_KEY_HTTP_REFERRER_BLOCKED', 'Requests from referer <empty> are blocked.'), {
    name: 'referrer_blocked',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'referrer',
  }),
  scenario(403, denied('SECURITY_POLICY_VIOLATED', "Request is prohibited by organization's policy."), {
    name: 'vpc_blocked',
    expectedVerdict: 'ip_not_allowed',
  }),
  scenario(403, denied('LOCATION_POLICY_VIOLATED', 'Not from there.'), {
    name: 'region_blocked',
    expectedVerdict: 'region_blocked',
  }),
  scenario(503, error(503, 'UNAVAILABLE', 'The service is currently unavailable.'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { kind: 'books#volumes' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(403, denied('PHASE_OF_THE_MOON', 'Not tonight.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const googleCloudApiKey: Provider = {
  id: 'google-cloud-api-key',
  name: 'Google Cloud API key',
  host: 'www.googleapis.com',
  basePath: '',
  environmentVariable: 'GOOGLE_CLOUD_API_KEY',
  formats: { api: { mint: () => `AIza${randomText('base64url', 35)}`, pattern: /^AIza[A-Za-z0-9_-]{35}$/ } },
  proof: (key) => ({
    path: '/identitytoolkit/v3/relyingparty/getProjectConfig',
    headers: { 'x-goog-api-key': key },
  }),
  presented: (call) => presentedInHeader(call, 'x-goog-api-key') ?? (call.query.get('key') || undefined),
  headers: {
    'content-type': 'application/json; charset=UTF-8',
    vary: 'Origin, X-Origin, Referer',
    server: 'ESF',
    'server-timing': 'gfet4t7; dur=31',
  },
  indent: 2,
  requestId: () => randomText('hex', 16),
  noKey: {
    status: 403,
    body: error(403, 'PERMISSION_DENIED', "Method doesn't allow unregistered callers. Please use API Key."),
  },
  notFound: {
    status: 404,
    headers: { 'content-type': 'text/html' },
    body: '<!DOCTYPE html><title>Error 404 (Not Found)!!1</title>',
  },
  routes: {
    'GET /identitytoolkit/v3/relyingparty/getProjectConfig': {
      answer: () => ({
        status: 200,
        body: { projectId: '{{project}}', authorizedDomains: ['localhost', 'lab.firebaseapp.com'] },
      }),
    },
  },
  scenarios,
}
