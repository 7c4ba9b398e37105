import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('HubSpot-public-api-spec-collection, accountInfo.json (hs-oas)')

const error = (category: string, message: string, more: Record<string, Json> = {}): Json => ({
  status: 'error',
  message,
  correlationId: '{{requestId}}',
  ...more,
  category,
})

const invalid = error(
  'INVALID_AUTHENTICATION',
  'Authentication credentials are invalid or not of a kind that this API takes.',
)

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid', source: 'th:hubspot_apikey/v2' }),
  scenario(401, error('EXPIRED_AUTHENTICATION', 'The OAuth token used to make this call expired 12 hour(s) ago.'), {
    name: 'expired',
    expectedVerdict: 'key_expired',
    ...unconfirmed,
  }),
  scenario(401, invalid, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(
    403,
    error('MISSING_SCOPES', "This app hasn't been granted all required scopes to make this call.", {
      context: { missingScopes: ['{{permission}}'] },
    }),
    {
      name: 'missing_permission',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'crm.objects.contacts.read',
    },
  ),
  scenario(
    429,
    error('RATE_LIMITS', 'You have reached your ten_secondly_rolling limit.', {
      errorType: 'RATE_LIMIT',
      policyName: 'TEN_SECONDLY_ROLLING',
    }),
    { name: 'rate_limited', expectedVerdict: 'rate_limited', ...unconfirmed },
  ),
  scenario(
    429,
    error('RATE_LIMITS', 'You have reached your daily limit.', { errorType: 'RATE_LIMIT', policyName: 'DAILY' }),
    { name: 'rate_limited_daily', expectedVerdict: 'rate_limited', ...unconfirmed },
  ),
  scenario(500, error('INTERNAL_ERROR', 'internal error'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { hub: 'caps' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(400, error('SPOT_TAKEN', 'The spot is taken'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const uuid = () => [8, 4, 4, 4, 12].map((length) => randomText('hex', length)).join('-')

export const hubspot: Provider = {
  id: 'hubspot',
  name: 'HubSpot',
  host: 'api.hubapi.com',
  basePath: '',
  environmentVariable: 'HUBSPOT_ACCESS_TOKEN',
  formats: {
    privateApp: {
      mint: () => `pat-na1-${uuid()}`,
      pattern: /^pat-(na1|eu1)-[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/,
    },
    otherRegion: { mint: () => `pat-ap1-${uuid()}`, pattern: /^pat-ap1-[0-9a-f-]{36}$/ },
  },
  proof: (key) => ({ path: '/account-info/v3/details', headers: { authorization: `Bearer ${key}` } }),
  presented: presentedKey,
  headers: {
    'content-type': 'application/json;charset=utf-8',
    server: 'cloudflare',
    'cf-ray': '9a1f0c2d3e4b5a6b-FRA',
    'x-hubspot-correlation-id': '{{requestId}}',
    'x-hubspot-ratelimit-max': '100',
    'x-hubspot-ratelimit-remaining': '99',
    'x-hubspot-ratelimit-interval-milliseconds': '10000',
  },
  requestId: uuid,
  noKey: {
    status: 401,
    body: error(
      'INVALID_AUTHENTICATION',
      'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
    ),
  },
  notFound: { status: 404, body: '' },
  routes: {
    'GET /account-info/v3/details': {
      answer: () => ({
        status: 200,
        body: {
          portalId: 1_234_567,
          accountType: 'STANDARD',
          timeZone: 'Europe/Berlin',
          companyCurrency: 'EUR',
          dataHostingLocation: 'eu1',
          uiDomain: 'app-eu1.hubspot.com',
        },
      }),
    },
    'GET /crm/v3/objects/contacts': {
      needs: 'crm.objects.contacts.read',
      answer: () => ({ status: 200, body: { results: [] } }),
    },
  },
  scenarios,
}
