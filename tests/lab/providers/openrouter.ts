import { presentedKey } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { IssuedKey, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'
import { openaiDialect } from './openai-dialect.ts'

const scenario = scenarioOf('https://openrouter.ai/docs/api-reference/errors (or-err)')
const models = ['openai/gpt-4o-mini', 'anthropic/claude-sonnet-4.5', 'meta-llama/llama-3.3-70b-instruct']

const error = (code: number, message: string, metadata?: Json): Json => ({
  error: { message, code, ...(metadata ? { metadata } : {}) },
  user_id: 'user_{{account}}',
})

const unknownUser: Json = { error: { message: 'User not found.', code: 401 } }
const noCredits = error(402, 'Insufficient credits. Add more using https://openrouter.ai/settings/credits')
const missingModel = { status: 404, body: error(404, 'No endpoints found for {{model}}.') }

const scenarios: Scenario[] = [
  scenario(401, unknownUser, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, unknownUser, { name: 'expired', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_expired' }),
  scenario(401, unknownUser, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(403, error(403, 'Insufficient permissions for this operation.'), {
    name: 'missing_permission',
    expectedVerdict: 'paired_limited',
    expectedWhenRequired: 'permission_missing',
    permission: 'management',
  }),
  scenario(403, error(403, 'Request blocked by a guardrail.', { patterns: ['email'], provider_name: 'openrouter' }), {
    name: 'guardrail',
    expectedVerdict: 'paired',
    only: 'generation',
  }),
  scenario(429, error(429, 'Rate limit exceeded: limit_rpm.', { error_type: 'rate_limit_exceeded' }), {
    name: 'rate_limited',
    expectedVerdict: 'rate_limited',
    headers: {
      'retry-after': '30',
      'x-ratelimit-limit': '20',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '{{resetEpoch}}000',
    },
    source: 'or-lim',
  }),
  scenario(402, noCredits, { name: 'billing', expectedVerdict: 'quota_or_billing', source: 'or-err, or-lim' }),
  scenario(402, noCredits, {
    name: 'billing_on_generation',
    expectedVerdict: 'paired',
    only: 'generation',
    source: 'or-err, or-lim: GET /key still answers',
  }),
  scenario(403, error(403, 'This account has been suspended.'), {
    name: 'suspended',
    expectedVerdict: 'account_suspended',
    ...unconfirmed,
  }),
  scenario(404, missingModel.body, { name: 'model_not_found', expectedVerdict: 'model_not_found', ...unconfirmed }),
  scenario(502, error(502, 'The chosen model is down or returned an invalid response.'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
  }),
  scenario(503, error(503, 'No available model provider meets your routing requirements.'), {
    name: 'overloaded',
    expectedVerdict: 'provider_outage',
  }),
  /** The model list answers this key with 200, as it does everyone: only GET /key tells. */
  scenario(401, unknownUser, { name: 'public_list', expectedVerdict: 'key_invalid' }),
  scenario(200, { data: 'ready' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(409, error(409, 'The carousel is being oiled.', { error_type: 'carousel' }), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const dialect = openaiDialect({ models, ownedBy: 'openrouter', missingModel })

function describeKey(key: IssuedKey | undefined): Json {
  return {
    label: 'sk-or-v1-{{account}}',
    limit: 20,
    limit_reset: null,
    limit_remaining: 17.42,
    include_byok_in_limit: false,
    usage: 2.58,
    usage_daily: 0.12,
    usage_weekly: 0.9,
    usage_monthly: 2.58,
    is_free_tier: false,
    is_management_key: key?.permissions?.includes('management') ?? false,
    is_provisioning_key: false,
    expires_at: key?.expiresAt?.toISOString() ?? null,
    creator_user_id: 'user_{{account}}',
    rate_limit: { requests: -1, interval: '10s', note: 'This field is deprecated and safe to ignore.' },
  }
}

/** Every scenario of a key leaves the public catalogue alone: it never looks at the key. */
const catalogue: Json = {
  data: models.map((id) => ({
    id,
    canonical_slug: id,
    name: id,
    created: 1_733_447_754,
    context_length: 128_000,
    pricing: { prompt: '0.00000015', completion: '0.0000006' },
  })),
}

export const openrouter: Provider = {
  id: 'openrouter',
  name: 'OpenRouter',
  host: 'openrouter.ai',
  basePath: '/api/v1',
  environmentVariable: 'OPENROUTER_API_KEY',
  formats: { api: { mint: () => `sk-or-v1-${randomText('hex', 64)}`, pattern: /^sk-or-v1-[0-9a-f]{64}$/ } },
  proof: () => ({ path: '/key' }),
  presented: presentedKey,
  headers: {
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'cf-ray': '9a1f0c2d3e4b5a6c-FRA',
    server: 'cloudflare',
    'x-content-type-options': 'nosniff',
    'permissions-policy': 'payment=(self "https://checkout.stripe.com")',
    'referrer-policy': 'no-referrer, strict-origin-when-cross-origin',
  },
  requestId: () => randomText('hex', 16),
  noKey: { status: 401, body: { error: { message: 'No auth credentials found', code: 401 } } },
  notFound: { status: 404, body: { error: { message: 'Not Found', code: 404 } } },
  routes: {
    ...dialect,
    'GET /models': { isPublic: true, ignoresKey: true, answer: () => ({ status: 200, body: catalogue }) },
    'GET /key': { answer: (_, key) => ({ status: 200, body: { data: describeKey(key) } }) },
    'GET /auth/key': { answer: (_, key) => ({ status: 200, body: { data: describeKey(key) } }) },
    'GET /credits': {
      needs: 'management',
      answer: () => ({ status: 200, body: { data: { total_credits: 20, total_usage: 2.58 } } }),
    },
  },
  scenarios,
}
