import { presentedKey } from '../presented-key.ts'
import { bearer } from '../proof-call.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf(
  'digitalocean/openapi: specification/description.yml, shared/responses, account model (do-oas)',
)

const error = (id: string, message: string): Json => ({ id, message, request_id: '{{requestId}}' })
const account = (status: string, statusMessage = ''): Json => ({
  account: {
    droplet_limit: 25,
    floating_ip_limit: 5,
    email: 'lab@example.com',
    name: 'Lab',
    uuid: '{{account}}',
    email_verified: true,
    status,
    status_message: statusMessage,
    team: { uuid: '{{account}}', name: 'Lab' },
  },
})

const unauthorized = error('unauthorized', 'Unable to authenticate you')
const limits = { 'ratelimit-limit': '5000', 'ratelimit-remaining': '4816', 'ratelimit-reset': '{{resetEpoch}}' }

const scenarios: Scenario[] = [
  scenario(401, unauthorized, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, unauthorized, {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
    ...unconfirmed,
  }),
  scenario(401, unauthorized, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(403, error('forbidden', 'You are not authorized to perform this operation'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'account:read',
  }),
  scenario(429, error('too_many_requests', 'API Rate limit exceeded.'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { ...limits, 'ratelimit-remaining': '0', 'retry-after': '60' },
  }),
  scenario(200, account('warning', 'Your payment failed.'), { name: 'billing', expectedVerdict: 'quota_or_billing' }),
  scenario(200, account('locked', 'This account is locked.'), {
    name: 'suspended',
    expectedVerdict: 'account_suspended',
  }),
  scenario(404, error('not_found', 'The resource you requested could not be found.'), {
    name: 'api_version',
    expectedVerdict: 'base_url_wrong',
    ...unconfirmed,
  }),
  scenario(500, error('server_error', 'Unexpected server-side error'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
  }),
  scenario(200, { droplet: 'dry' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(418, error('low_tide', 'The sea has gone.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const digitalocean: Provider = {
  id: 'digitalocean',
  name: 'DigitalOcean',
  host: 'api.digitalocean.com',
  basePath: '/v2',
  environmentVariable: 'DIGITALOCEAN_ACCESS_TOKEN',
  formats: {
    personal: { mint: () => `dop_v1_${randomText('hex', 64)}`, pattern: /^dop_v1_[a-f0-9]{64}$/ },
    oauth: { mint: () => `doo_v1_${randomText('hex', 64)}`, pattern: /^doo_v1_[a-f0-9]{64}$/ },
  },
  proof: (key) => ({ path: '/account', headers: bearer(key) }),
  presented: presentedKey,
  headers: { 'content-type': 'application/json; charset=utf-8', 'x-request-id': '{{requestId}}', ...limits },
  requestId: () => [8, 4, 4, 4, 12].map((length) => randomText('hex', length)).join('-'),
  noKey: { status: 401, body: unauthorized },
  notFound: { status: 404, body: error('not_found', 'The resource you requested could not be found.') },
  routes: { 'GET /account': { needs: 'account:read', answer: () => ({ status: 200, body: account('active') }) } },
  scenarios,
}
