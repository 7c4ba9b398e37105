import { presentedInHeader } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Answer, Call, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('algolia/api-clients-automation: specs/search (al-oas, th:algoliaadminkey)')

const message = (text: string, status: number): Json => ({ message: text, status })
const invalid = message('Invalid Application-ID or API key', 403)

const scenarios: Scenario[] = [
  scenario(403, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, message('Invalid Application-ID or API key', 401), {
    name: 'invalid_401',
    expectedVerdict: 'key_invalid',
    ...unconfirmed,
  }),
  scenario(403, invalid, {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
    ...unconfirmed,
  }),
  scenario(403, invalid, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(403, message('Method not allowed with this API key', 403), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'listIndexes',
  }),
  scenario(403, message('Method not allowed with this referer', 403), {
    name: 'referer',
    expectedVerdict: 'paired_limited',
  }),
  scenario(403, message('Method not allowed from this IP', 403), {
    name: 'ip_blocked',
    expectedVerdict: 'ip_not_allowed',
    ...unconfirmed,
  }),
  scenario(429, message('Too many requests: the limit of queries per IP per hour is reached', 429), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
  }),
  scenario(403, message('Record quota exceeded, change plan or delete records.', 403), {
    name: 'billing',
    expectedVerdict: 'quota_or_billing',
    ...unconfirmed,
  }),
  scenario(403, message('This application is blocked. Please contact support@algolia.com', 403), {
    name: 'suspended',
    expectedVerdict: 'account_suspended',
    ...unconfirmed,
  }),
  scenario(500, message('Internal Server Error', 500), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { hits: [] }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(403, message('The algae are asleep.', 403), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

/** The pair stands in two headers. */
function presented(call: Call): string | undefined {
  const id = presentedInHeader(call, 'x-algolia-application-id')
  const key = presentedInHeader(call, 'x-algolia-api-key')
  return id && key ? `${id}:${key}` : undefined
}

const indices = (): Answer => ({
  status: 200,
  body: {
    items: [
      {
        name: 'lab',
        createdAt: '2026-01-15T09:30:00.000Z',
        updatedAt: '2026-10-14T11:58:53.526Z',
        entries: 42,
        dataSize: 2_048,
        fileSize: 4_096,
        lastBuildTimeS: 0,
        numberOfPendingTasks: 0,
        pendingTask: false,
      },
    ],
    nbPages: 1,
  },
})

export const algolia: Provider = {
  id: 'algolia',
  name: 'Algolia',
  host: 'lab0app0id.algolia.net',
  basePath: '',
  environmentVariable: 'ALGOLIA_API_KEY',
  formats: {
    pair: {
      mint: () => `${randomText('upper', 10)}:${randomText('hex', 32)}`,
      pattern: /^[A-Z0-9]{10}:[a-f0-9]{32}$/,
    },
  },
  proof: (pair) => {
    const [id = '', key = ''] = pair.split(':')
    return { path: '/1/indexes', headers: { 'x-algolia-application-id': id, 'x-algolia-api-key': key } }
  },
  presented,
  headers: { 'content-type': 'application/json; charset=UTF-8', 'x-alg-pt': '1', server: 'nginx', vary: 'Origin' },
  requestId: () => randomText('hex', 16),
  noKey: { status: 403, body: invalid },
  notFound: { status: 404, body: message('Not Found', 404) },
  routes: { 'GET /1/indexes': { needs: 'listIndexes', answer: indices } },
  scenarios,
}
