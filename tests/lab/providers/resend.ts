import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('https://resend.com/docs/api-reference/errors (rs-restr, rs-oas, idx:rscodes)')

const error = (statusCode: number, message: string, name: string): Json => ({ statusCode, message, name })

const invalid = error(400, 'API key is invalid', 'invalid_api_key')
const restricted = error(401, 'This API key is restricted to only send emails', 'restricted_api_key')

const scenarios: Scenario[] = [
  scenario(400, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(403, error(403, 'API key is invalid', 'invalid_api_key'), {
    name: 'invalid_403',
    expectedVerdict: 'key_invalid',
  }),
  scenario(400, invalid, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  /** A healthy key that only sends. */
  scenario(401, restricted, {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'full_access',
  }),
  scenario(429, error(429, 'Too many requests. You can only make 2 requests per second.', 'rate_limit_exceeded'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'retry-after': '1', 'ratelimit-remaining': '0' },
    source: 'bill',
  }),
  scenario(429, error(429, 'You have reached your daily email sending quota.', 'daily_quota_exceeded'), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
    source: 'bill',
  }),
  scenario(429, error(429, 'You have reached your monthly email sending quota.', 'monthly_quota_exceeded'), {
    name: 'billing_monthly',
    expectedVerdict: 'quota_or_billing',
    source: 'bill',
  }),
  scenario(403, error(403, 'The lab.test domain is not verified.', 'validation_error'), {
    name: 'other_domain',
    expectedVerdict: 'wrong_environment',
    source: 'rs-oas',
  }),
  scenario(500, error(500, 'Something went wrong.', 'internal_server_error'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(
    200,
    { object: 'postbox', full: true },
    {
      name: 'unknown_json',
      expectedVerdict: 'unexpected_response',
      ...madeUp,
    },
  ),
  scenario(422, error(422, 'The stamp is upside down.', 'stamp_error'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const resend: Provider = {
  id: 'resend',
  name: 'Resend',
  host: 'api.resend.com',
  basePath: '',
  environmentVariable: 'RESEND_API_KEY',
  formats: {
    api: {
      mint: () => `re_${randomText('alphanumeric', 8)}_${randomText('alphanumeric', 24)}`,
      pattern: /^re_[A-Za-z0-9_]{20,}$/,
    },
  },
  proof: (key) => ({ path: '/domains', headers: { authorization: `Bearer ${key}` } }),
  presented: presentedKey,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    server: 'cloudflare',
    'cf-ray': '9a1f0c2d3e4b5a6b-FRA',
    'ratelimit-limit': '2',
    'ratelimit-policy': '2;w=1',
    'ratelimit-remaining': '1',
    'ratelimit-reset': '1',
  },
  requestId: () => randomText('hex', 32),
  noKey: { status: 401, body: error(401, 'Missing API Key', 'missing_api_key') },
  notFound: { status: 404, body: error(404, 'The requested endpoint does not exist', 'not_found') },
  routes: {
    'GET /domains': {
      needs: 'full_access',
      answer: () => ({
        status: 200,
        body: {
          object: 'list',
          has_more: false,
          data: [
            {
              id: 'd91cd9bd-1176-453e-8fc1-35364d380206',
              name: 'lab.test',
              status: 'verified',
              created_at: '2026-04-26 20:21:26.347412+00',
              region: 'eu-west-1',
            },
          ],
        },
      }),
    },
    'POST /emails': { generates: true, answer: () => ({ status: 200, body: { id: '{{requestId}}' } }) },
  },
  scenarios,
}
