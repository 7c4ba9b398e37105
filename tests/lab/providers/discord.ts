import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('discord/discord-api-docs, opcodes-and-status-codes.mdx (dc-doc)')

const error = (code: number, message: string): Json => ({ message, code })

const unauthorized = error(0, '401: Unauthorized')

const scenarios: Scenario[] = [
  scenario(401, unauthorized, { name: 'invalid', expectedVerdict: 'key_invalid', ...unconfirmed }),
  scenario(401, error(50014, 'Invalid authentication token provided'), {
    name: 'invalid_50014',
    expectedVerdict: 'key_invalid',
  }),
  scenario(401, error(40001, 'Unauthorized. Provide a valid token and try again'), {
    name: 'invalid_40001',
    expectedVerdict: 'key_invalid',
  }),
  /** A token that was reset. */
  scenario(401, unauthorized, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(403, error(50001, 'Missing Access'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'VIEW_CHANNEL',
    ...unconfirmed,
  }),
  scenario(
    429,
    { message: 'You are being rate limited.', retry_after: 1.337, global: false },
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: { 'retry-after': '2', 'x-ratelimit-remaining': '0', 'x-ratelimit-scope': 'user' },
    },
  ),
  scenario(403, error(40002, 'You need to verify your account in order to perform this action'), {
    name: 'suspended',
    expectedVerdict: 'account_suspended',
  }),
  scenario(400, error(50041, 'Invalid API version provided'), {
    name: 'old_version',
    expectedVerdict: 'api_version_unsupported',
  }),
  scenario(503, error(0, '503: Service Unavailable'), { name: 'outage', expectedVerdict: 'provider_outage' }),
  scenario(200, { discord: 'and accord' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(403, error(99999, 'The guild is out to lunch'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const discord: Provider = {
  id: 'discord',
  name: 'Discord',
  host: 'discord.com',
  basePath: '/api/v10',
  environmentVariable: 'DISCORD_TOKEN',
  formats: {
    bot: {
      mint: () => `MT${randomText('alphanumeric', 24)}.${randomText('base64url', 6)}.${randomText('base64url', 38)}`,
      pattern: /^[\w-]{26}\.[\w-]{6}\.[\w-]{38}$/,
    },
  },
  proof: (key) => ({ path: '/users/@me', headers: { authorization: `Bot ${key}` } }),
  /** A token without `Bot ` before it is no token to Discord. */
  presented: (call) => /^Bot (.+)$/.exec(call.headers.authorization ?? '')?.[1],
  headers: {
    'content-type': 'application/json',
    server: 'cloudflare',
    'cf-ray': '9a1f0c2d3e4b5a6b-FRA',
    via: '1.1 google',
    'x-ratelimit-bucket': 'f6dc2b4f9a01c5d3e8b7a6f5d4c3b2a1',
    'x-ratelimit-limit': '30',
    'x-ratelimit-remaining': '29',
    'x-ratelimit-reset': '{{resetEpoch}}',
    'x-ratelimit-reset-after': '30.000',
  },
  requestId: () => randomText('hex', 16),
  noKey: { status: 401, body: unauthorized },
  notFound: { status: 404, body: error(0, '404: Not Found') },
  routes: {
    'GET /users/@me': {
      answer: () => ({
        status: 200,
        body: {
          id: '1412345678901234567',
          username: 'lab-bot',
          discriminator: '0417',
          global_name: null,
          avatar: null,
          bot: true,
          verified: true,
          mfa_enabled: true,
        },
      }),
    },
    'POST /channels/:id/messages': {
      generates: true,
      answer: () => ({ status: 200, body: { id: '1412345678901234568' } }),
    },
  },
  scenarios,
}
