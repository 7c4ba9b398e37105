import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Answer, Call, IssuedKey, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

/** Slack says no with 200: the verdict is in `error`. */
const scenario = scenarioOf('slackapi/slack-api-specs, auth.test (sl-oas)')

const no = (error: string, rest: Record<string, Json> = {}): Json => ({ ok: false, error, ...rest })

const scenarios: Scenario[] = [
  scenario(200, no('invalid_auth'), { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(200, no('token_expired'), { name: 'expired', expectedVerdict: 'key_expired', ...unconfirmed }),
  scenario(200, no('token_revoked'), { name: 'revoked', expectedVerdict: 'key_revoked' }),
  scenario(200, no('account_inactive'), { name: 'account_inactive', expectedVerdict: 'key_revoked' }),
  scenario(200, no('missing_scope', { needed: '{{permission}}', provided: '{{granted}}' }), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'chat:write',
    source: 'sl-scope',
  }),
  scenario(429, no('ratelimited'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'retry-after': '30' },
    ...unconfirmed,
  }),
  scenario(200, no('team_access_not_granted'), {
    name: 'suspended',
    expectedVerdict: 'account_suspended',
    ...unconfirmed,
  }),
  scenario(200, no('org_login_required'), { name: 'wrong_environment', expectedVerdict: 'wrong_environment' }),
  scenario(200, no('method_deprecated'), {
    name: 'api_version',
    expectedVerdict: 'api_version_unsupported',
    ...unconfirmed,
  }),
  scenario(200, no('internal_error'), { name: 'outage', expectedVerdict: 'provider_outage' }),
  scenario(503, no('service_unavailable'), { name: 'overloaded', expectedVerdict: 'provider_outage' }),
  scenario(200, { greeting: 'hello' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(200, no('carrier_pigeon_lost'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const granted = (key: IssuedKey | undefined) =>
  (key?.permissions ?? ['chat:write', 'channels:read', 'users:read']).join(',')

const test = (_: Call, key: IssuedKey | undefined): Answer => ({
  status: 200,
  headers: { 'x-oauth-scopes': granted(key), 'x-accepted-oauth-scopes': '' },
  body: {
    ok: true,
    url: 'https://lab.slack.com/',
    team: 'Lab',
    user: 'claviger',
    team_id: 'T0LAB0001',
    user_id: 'U0LAB0001',
    bot_id: 'B0LAB0001',
    is_enterprise_install: false,
  },
})

export const slack: Provider = {
  id: 'slack',
  name: 'Slack (bot token)',
  host: 'slack.com',
  basePath: '/api',
  environmentVariable: 'SLACK_BOT_TOKEN',
  formats: {
    bot: {
      mint: () => `xoxb-${randomText('digits', 12)}-${randomText('digits', 13)}-${randomText('alphanumeric', 24)}`,
      pattern: /^xoxb-[0-9]{10,13}-[0-9]{10,13}[A-Za-z0-9-]*$/,
    },
    user: {
      mint: () =>
        `xoxp-${randomText('digits', 12)}-${randomText('digits', 12)}-${randomText('digits', 13)}-${randomText('hex', 32)}`,
      pattern: /^xoxp-/,
    },
  },
  proof: () => ({ path: '/auth.test', method: 'POST' }),
  presented: (call) =>
    presentedKey(call) ?? (new URLSearchParams(call.body).get('token') || call.query.get('token') || undefined),
  headers: {
    'content-type': 'application/json; charset=utf-8',
    server: 'Apache',
    vary: 'Accept-Encoding',
    'cache-control': 'private, no-cache, no-store, must-revalidate',
    'x-slack-req-id': '{{requestId}}',
    'x-slack-unique-id': '{{requestId}}',
    'x-content-type-options': 'nosniff',
    'x-xss-protection': '0',
    'x-slack-backend': 'r',
  },
  requestId: () => randomText('hex', 32),
  noKey: { status: 200, body: no('not_authed') },
  notFound: { status: 200, body: no('unknown_method', { req_method: '{{path}}' }) },
  routes: {
    'POST /auth.test': { answer: test },
    'GET /auth.test': { answer: test },
    'POST /chat.postMessage': {
      needs: 'chat:write',
      generates: true,
      answer: () => ({ status: 200, body: { ok: true, channel: 'C0LAB0001', ts: '1795000000.000100' } }),
    },
    'GET /users.list': { needs: 'users:read', answer: () => ({ status: 200, body: { ok: true, members: [] } }) },
  },
  scenarios,
}
