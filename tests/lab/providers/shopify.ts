import { presentedInHeader } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('https://shopify.dev/docs/api/admin-rest, status and error codes')

const errors = (text: string): Json => ({ errors: text })

/** Wrong, uninstalled and outlived tokens alike. */
const invalid = errors('[API] Invalid API key or access token (unrecognized login or wrong password)')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  /** A token of the client credentials grant lives for 24 hours. */
  scenario(401, invalid, {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
    source: 'sh-cc',
  }),
  scenario(401, invalid, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(403, errors('[API] This action requires merchant approval for {{permission}} scope.'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'read_orders',
    ...unconfirmed,
  }),
  scenario(403, errors('User does not have access'), { name: 'no_access', expectedVerdict: 'paired_limited' }),
  scenario(
    429,
    errors('Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service.'),
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: { 'retry-after': '2.0', 'x-shopify-shop-api-call-limit': '40/40' },
    },
  ),
  scenario(402, errors("This shop's plan does not have access to this feature"), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
  }),
  scenario(402, errors('The shop is frozen'), { name: 'frozen', expectedVerdict: 'quota_or_billing' }),
  scenario(423, errors('The shop is locked'), {
    name: 'suspended',
    expectedVerdict: 'account_suspended',
    ...unconfirmed,
  }),
  scenario(500, errors('An unexpected error occurred'), { name: 'outage', expectedVerdict: 'provider_outage' }),
  scenario(200, { till: 'open' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(400, errors('The shelf is bare'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const shopify: Provider = {
  id: 'shopify',
  name: 'Shopify',
  host: 'lab-shop.myshopify.com',
  basePath: '',
  environmentVariable: 'SHOPIFY_ACCESS_TOKEN',
  formats: {
    admin: { mint: () => `shpat_${randomText('hex', 32)}`, pattern: /^shpat_[a-fA-F0-9]{32}$/ },
    custom: { mint: () => `shpca_${randomText('hex', 32)}`, pattern: /^shpca_[a-fA-F0-9]{32}$/ },
  },
  proof: (key) => ({ path: '/admin/oauth/access_scopes.json', headers: { 'x-shopify-access-token': key } }),
  presented: (call) => presentedInHeader(call, 'x-shopify-access-token'),
  headers: {
    'content-type': 'application/json; charset=utf-8',
    server: 'cloudflare',
    'cf-ray': '9a1f0c2d3e4b5a6b-FRA',
    'x-request-id': '{{requestId}}',
    'x-shopid': '1234567',
    'x-shopify-stage': 'production',
    'x-shopify-shop-api-call-limit': '1/40',
  },
  requestId: () => `${randomText('hex', 8)}-${randomText('hex', 4)}-${randomText('hex', 12)}`,
  noKey: { status: 401, body: invalid },
  notFound: { status: 404, body: errors('Not Found') },
  routes: {
    'GET /admin/oauth/access_scopes.json': {
      answer: (_, key) => ({
        status: 200,
        body: { access_scopes: (key?.permissions ?? ['read_products', 'write_orders']).map((handle) => ({ handle })) },
      }),
    },
    'GET /admin/api/:version/orders.json': {
      needs: 'read_orders',
      answer: () => ({ status: 200, headers: { 'x-shopify-api-version': '2026-10' }, body: { orders: [] } }),
    },
  },
  scenarios,
}
