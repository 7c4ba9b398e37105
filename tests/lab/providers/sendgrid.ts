import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('code index: 401 body (sg-401)')

const error = (message: string): Json => ({ errors: [{ message, field: null, help: null }] })

/** One sentence for three causes. */
const invalid = error('The provided authorization grant is invalid, expired, or revoked')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, invalid, { name: 'expired', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_expired' }),
  scenario(401, invalid, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(403, error('access forbidden'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'mail.send',
    source: 'th:sendgrid, sg-oai',
  }),
  scenario(429, error('too many requests'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'x-ratelimit-limit': '600', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '{{resetEpoch}}' },
    ...unconfirmed,
  }),
  scenario(401, error('Maximum credits exceeded'), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
    ...unconfirmed,
  }),
  scenario(403, error('Your account has been suspended. Please contact support.'), {
    name: 'suspended',
    expectedVerdict: 'account_suspended',
    ...unconfirmed,
  }),
  scenario(403, error('The IP address of this request is not on the allow list.'), {
    name: 'ip_blocked',
    expectedVerdict: 'ip_not_allowed',
    ...unconfirmed,
  }),
  scenario(503, error('service unavailable'), { name: 'outage', expectedVerdict: 'provider_outage', ...unconfirmed }),
  scenario(200, { stamps: 4 }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(403, error('the mailbag is torn'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const sendgrid: Provider = {
  id: 'sendgrid',
  name: 'SendGrid',
  host: 'api.sendgrid.com',
  basePath: '/v3',
  environmentVariable: 'SENDGRID_API_KEY',
  formats: {
    api: {
      mint: () => `SG.${randomText('base64url', 22)}.${randomText('base64url', 43)}`,
      pattern: /^SG\.[\w-]{22}\.[\w-]{43}$/,
    },
  },
  proof: (key) => ({ path: '/scopes', headers: { authorization: `Bearer ${key}` } }),
  presented: presentedKey,
  headers: {
    'content-type': 'application/json',
    server: 'nginx',
    'access-control-allow-origin': 'https://sendgrid.api-docs.io',
    'x-no-cors-reason': 'https://sendgrid.com/docs/Classroom/Basics/API/cors.html',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  },
  requestId: () => randomText('base64url', 22),
  noKey: { status: 401, body: error('Permission denied, wrong credentials') },
  notFound: { status: 404, body: error('not found') },
  routes: {
    'GET /scopes': {
      answer: (_, key) => ({
        status: 200,
        body: { scopes: key?.permissions ?? ['mail.send', 'alerts.read', 'api_keys.read'] },
      }),
    },
    'POST /mail/send': { needs: 'mail.send', generates: true, answer: () => ({ status: 202, body: '' }) },
  },
  scenarios,
}
