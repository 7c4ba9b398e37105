import { presentedKey } from '../presented-key.ts'
import { bearer } from '../proof-call.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

/** The specification confirms the statuses; the words are those that people report. */
const scenario = scenarioOf('supabase/cli: openapi.json of the Management API (sb-oas)')

const message = (text: string): Json => ({ message: text })

const scenarios: Scenario[] = [
  scenario(401, message('Unauthorized'), { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, message('JWT could not be decoded'), {
    name: 'malformed',
    expectedVerdict: 'key_invalid',
    ...unconfirmed,
  }),
  scenario(401, message('Unauthorized'), {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
    ...unconfirmed,
  }),
  scenario(401, message('Unauthorized'), {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(403, message('Forbidden resource'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'organizations:read',
  }),
  scenario(429, message('ThrottlerException: Too Many Requests'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
  }),
  scenario(404, message('Cannot GET {{path}}'), { name: 'api_version', expectedVerdict: 'base_url_wrong' }),
  scenario(500, message('Internal server error'), { name: 'outage', expectedVerdict: 'provider_outage' }),
  scenario(200, { base: 'super' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(422, message('The base is not super.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const supabase: Provider = {
  id: 'supabase',
  name: 'Supabase (Management API)',
  host: 'api.supabase.com',
  basePath: '',
  environmentVariable: 'SUPABASE_ACCESS_TOKEN',
  formats: { personal: { mint: () => `sbp_${randomText('hex', 40)}`, pattern: /^sbp_[a-z0-9_-]{40}$/ } },
  proof: (key) => ({ path: '/v1/organizations', headers: bearer(key) }),
  presented: presentedKey,
  headers: { 'content-type': 'application/json; charset=utf-8', server: 'cloudflare', 'cf-ray': '{{requestId}}-FRA' },
  requestId: () => randomText('hex', 16),
  noKey: { status: 401, body: message('Unauthorized') },
  notFound: { status: 404, body: message('Cannot GET {{path}}') },
  routes: {
    'GET /v1/organizations': {
      answer: () => ({ status: 200, body: [{ id: '{{account}}', slug: '{{account}}', name: 'Lab' }] }),
    },
  },
  scenarios,
}
