import { randomText } from '../random-text.ts'
import type { Call, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('https://core.telegram.org/bots/api; texts as reported')

const no = (error_code: number, description: string, rest: Record<string, Json> = {}): Json => ({
  ok: false,
  error_code,
  description,
  ...rest,
})

const scenarios: Scenario[] = [
  scenario(401, no(401, 'Unauthorized'), { name: 'invalid', expectedVerdict: 'key_invalid', ...unconfirmed }),
  scenario(404, no(404, 'Not Found'), { name: 'invalid_shape', expectedVerdict: 'key_invalid', ...unconfirmed }),
  scenario(401, no(401, 'Unauthorized'), {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(429, no(429, 'Too Many Requests: retry after 14', { parameters: { retry_after: 14 } }), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'retry-after': '14' },
    ...unconfirmed,
  }),
  scenario(403, no(403, 'Forbidden: bot was banned'), {
    name: 'suspended',
    expectedVerdict: 'account_suspended',
    ...unconfirmed,
  }),
  scenario(502, no(502, 'Bad Gateway'), { name: 'outage', expectedVerdict: 'provider_outage', ...unconfirmed }),
  scenario(
    200,
    { ok: true, result: { telegraph: 'wet' } },
    {
      name: 'unknown_json',
      expectedVerdict: 'unexpected_response',
      ...madeUp,
    },
  ),
  scenario(400, no(400, 'Bad Request: the wire is wet'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

/** The token stands in the path, behind the word `bot`. */
function presented(call: Call): string | undefined {
  const token = /^\/bot([^/]+)\//.exec(call.path)?.[1]
  return token === undefined ? undefined : decodeURIComponent(token)
}

export const telegram: Provider = {
  id: 'telegram',
  name: 'Telegram',
  host: 'api.telegram.org',
  basePath: '',
  environmentVariable: 'TELEGRAM_BOT_TOKEN',
  formats: {
    bot: {
      mint: () => `${randomText('digits', 10)}:AA${randomText('base64url', 33)}`,
      pattern: /^[0-9]{10}:[A-Za-z0-9_-]{35}$/,
    },
  },
  proof: (key) => ({ path: `/bot${encodeURIComponent(key)}/getMe`, headers: {} }),
  presented,
  headers: {
    'content-type': 'application/json',
    server: 'nginx/1.18.0',
    'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
    'access-control-allow-origin': '*',
  },
  requestId: () => randomText('hex', 16),
  noKey: { status: 404, body: no(404, 'Not Found') },
  notFound: { status: 404, body: no(404, 'Not Found') },
  routes: {
    'GET /:bot/getMe': {
      answer: (_, key) => ({
        status: 200,
        body: {
          ok: true,
          result: {
            id: Number(key?.value.split(':')[0]),
            is_bot: true,
            first_name: 'Lab',
            username: 'lab_bot',
            can_join_groups: true,
            can_read_all_group_messages: false,
            supports_inline_queries: false,
          },
        },
      }),
    },
    'POST /:bot/sendMessage': { generates: true, answer: () => ({ status: 200, body: { ok: true, result: {} } }) },
  },
  scenarios,
}
