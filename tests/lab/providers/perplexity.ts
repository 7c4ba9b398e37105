import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'
import { openaiDialect } from './openai-dialect.ts'

const scenario = scenarioOf('betterleaks rules, perplexityai/perplexity-py (bl, ppl-sdk)')

const error = (message: string, type: string, code: number): Json => ({ error: { message, type, code } })

/** What its front sends instead of JSON, for refused keys and used up credits alike. */
const barePage =
  '<html>\r\n<head><title>401 Authorization Required</title></head>\r\n<body>\r\n<center><h1>401 Authorization Required</h1></center>\r\n<hr><center>openresty/1.27.4</center>\r\n</body>\r\n</html>\r\n'
const invalid = error('Invalid API key provided.', 'invalid_api_key', 401)

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, barePage, {
    name: 'bare_page',
    expectedVerdict: 'unknown',
    headers: { 'content-type': 'text/html' },
    source: 'quoted in public projects',
  }),
  scenario(401, invalid, {
    name: 'expired',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_expired',
    ...unconfirmed,
  }),
  scenario(401, invalid, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  scenario(403, error('This key does not have permission to use this model.', 'permission_error', 403), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'model',
    source: 'bl: status; wording from general knowledge',
  }),
  scenario(429, error('Request rate limit exceeded, please try again later.', 'request_rate_limit_exceeded', 429), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: { 'retry-after': '10' },
    ...unconfirmed,
  }),
  scenario(
    401,
    error('You exceeded your current quota, please check your plan and billing details.', 'insufficient_quota', 401),
    { name: 'billing', expectedVerdict: 'quota_or_billing', source: 'ppl-401: status; wording from general knowledge' },
  ),
  scenario(410, error('The Sonar API is no longer available. Please use /v1/responses.', 'gone', 410), {
    name: 'api_version',
    expectedVerdict: 'api_version_unsupported',
    source: 'ppl-401: announced end; wording from general knowledge',
  }),
  scenario(500, error('Internal server error', 'internal_server_error', 500), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { citations: [] }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(409, error('The footnotes are on strike.', 'footnote_error', 409), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

export const perplexity: Provider = {
  id: 'perplexity',
  name: 'Perplexity',
  host: 'api.perplexity.ai',
  basePath: '',
  environmentVariable: 'PERPLEXITY_API_KEY',
  formats: { api: { mint: () => `pplx-${randomText('alphanumeric', 48)}`, pattern: /^pplx-[A-Za-z0-9]{48}$/ } },
  proof: (key) => ({ path: '/async/chat/completions', headers: { authorization: `Bearer ${key}` } }),
  presented: presentedKey,
  headers: { 'content-type': 'application/json', server: 'cloudflare', 'cf-ray': '{{requestId}}-FRA' },
  requestId: () => randomText('hex', 16),
  noKey: { status: 401, headers: { 'content-type': 'text/html' }, body: barePage },
  notFound: { status: 404, body: { detail: 'Not Found' } },
  routes: {
    'GET /async/chat/completions': { answer: () => ({ status: 200, body: { next_token: null, requests: [] } }) },
    'POST /chat/completions': openaiDialect({
      models: ['sonar', 'sonar-pro'],
      ownedBy: 'perplexity',
      missingModel: { status: 400, body: error("Invalid model '{{model}}'.", 'invalid_model', 400) },
    })['POST /chat/completions'],
  },
  scenarios,
}
