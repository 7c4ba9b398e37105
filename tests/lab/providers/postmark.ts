import { presentedInHeader } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('verified live, 2026-09-05 (pm-err)')

const error = (ErrorCode: number, Message: string): Json => ({ ErrorCode, Message })

/** Missing, wrong, deleted and account tokens alike. */
const invalid = error(10, 'Request does not contain a valid Server token.')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, invalid, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(401, invalid, { name: 'account_token', expectedVerdict: 'key_invalid', ...unconfirmed }),
  scenario(429, error(429, 'Rate limit exceeded.'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    source: 'idx:pmjs',
  }),
  scenario(422, error(405, 'Not allowed to send: you ran out of credits.'), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
    ...unconfirmed,
  }),
  scenario(422, error(412, 'Your account is pending approval.'), {
    name: 'suspended',
    expectedVerdict: 'account_suspended',
    ...unconfirmed,
  }),
  scenario(403, error(0, 'The Postmark Test API Token may only be used on the /email endpoint.'), {
    name: 'test_token',
    expectedVerdict: 'wrong_environment',
  }),
  scenario(503, error(100, 'Down for maintenance.'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { PostHorn: 'mute' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(422, error(9999, 'The post horn is mute.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const uuid = () => [8, 4, 4, 4, 12].map((length) => randomText('hex', length)).join('-')

export const postmark: Provider = {
  id: 'postmark',
  name: 'Postmark',
  host: 'api.postmarkapp.com',
  basePath: '',
  environmentVariable: 'POSTMARK_SERVER_TOKEN',
  formats: { server: { mint: uuid, pattern: /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/ } },
  proof: (key) => ({ path: '/deliverystats', headers: { 'x-postmark-server-token': key } }),
  presented: (call) => presentedInHeader(call, 'x-postmark-server-token'),
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private',
  },
  requestId: uuid,
  noKey: { status: 401, body: invalid },
  notFound: { status: 404, body: '' },
  routes: {
    'GET /deliverystats': {
      answer: () => ({ status: 200, body: { InactiveMails: 2, Bounces: [{ Name: 'All', Count: 5 }] } }),
    },
    'POST /email': {
      generates: true,
      answer: () => ({ status: 200, body: { ErrorCode: 0, Message: 'OK', MessageID: '{{requestId}}' } }),
    },
  },
  scenarios,
}
