import { presentedKey } from '../presented-key.ts'
import { bearer } from '../proof-call.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('https://airtable.com/developers/web/api/errors (at-err)')

const error = (type: string, message: string): Json => ({ error: { type, message } })
/** Limits are told in a list. */
const errors = (word: string, message: string): Json => ({ errors: [{ error: word, message }] })
const invalid = error('AUTHENTICATION_REQUIRED', 'Authentication required')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, invalid, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(403, error('NOT_AUTHORIZED', 'You are not authorized to perform this operation'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'schema.bases:read',
  }),
  scenario(
    403,
    error(
      'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND',
      'Invalid permissions, or the requested model was not found. Check that both your user and your token have the required permissions, and that the model names and/or ids are correct.',
    ),
    { name: 'other_base', expectedVerdict: 'paired_limited' },
  ),
  scenario(429, errors('RATE_LIMIT_REACHED', 'Rate limit exceeded. Please try again later'), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
  }),
  scenario(
    429,
    errors(
      'PUBLIC_API_BILLING_LIMIT_EXCEEDED',
      'API billing plan limit exceeded. You’ve reached the maximum number of requests allowed for this month.',
    ),
    { name: 'billing', expectedVerdict: 'quota_or_billing', ...unconfirmed },
  ),
  scenario(500, error('SERVER_ERROR', 'Try again. If the problem persists, contact support.'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
  }),
  scenario(503, errors('SERVICE_UNAVAILABLE', 'The service is temporarily unavailable. Please retry shortly.'), {
    name: 'overloaded',
    expectedVerdict: 'provider_outage',
  }),
  scenario(200, { air: 'thin' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(422, error('TABLE_TURNED', 'The table has turned.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const airtable: Provider = {
  id: 'airtable',
  name: 'Airtable',
  host: 'api.airtable.com',
  basePath: '/v0',
  environmentVariable: 'AIRTABLE_API_KEY',
  formats: {
    personal: {
      mint: () => `pat${randomText('alphanumeric', 14)}.${randomText('hex', 64)}`,
      pattern: /^pat[A-Za-z0-9]{14}\.[a-f0-9]{64}$/,
    },
  },
  proof: (key) => ({ path: '/meta/whoami', headers: bearer(key) }),
  presented: presentedKey,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'x-airtable-request-id': '{{requestId}}',
    vary: 'Accept-Encoding',
    server: 'Tengine',
  },
  requestId: () => `req${randomText('alphanumeric', 14)}`,
  noKey: { status: 401, body: invalid },
  notFound: { status: 404, body: { error: 'NOT_FOUND' } },
  routes: {
    'GET /meta/whoami': {
      answer: (_, key) => ({
        status: 200,
        body: { id: 'usrLab0000000000', ...(key?.permissions && { scopes: key.permissions }) },
      }),
    },
    'GET /meta/bases': { needs: 'schema.bases:read', answer: () => ({ status: 200, body: { bases: [] } }) },
  },
  scenarios,
}
