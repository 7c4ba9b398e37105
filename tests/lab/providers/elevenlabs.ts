import { presentedInHeader } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('ElevenLabs documentation, error messages (el-doc)')

const refusal = (status: string, message: string): Json => ({ detail: { status, message } })
const invalid = refusal('invalid_api_key', 'Invalid API key')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(400, invalid, { name: 'invalid_400', expectedVerdict: 'key_invalid' }),
  scenario(401, invalid, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    ...unconfirmed,
  }),
  /** The newer shape: `type` and `code` speak of authentication, and only `status` of the permission. */
  scenario(
    401,
    {
      detail: {
        type: 'authentication_error',
        code: 'unauthorized',
        message: 'The API key you used is missing the permission {{permission}} to execute this operation.',
        status: 'missing_permissions',
      },
    },
    {
      name: 'missing_permission',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'user_read',
      source: 'thA:elevenlabs/requests.go',
    },
  ),
  scenario(403, refusal('only_for_creator+', 'Instant voice cloning is only available to Creator+ subscribers.'), {
    name: 'plan',
    expectedVerdict: 'quota_or_billing',
  }),
  scenario(
    429,
    refusal(
      'too_many_concurrent_requests',
      'Too many concurrent requests. Your current subscription is associated with a maximum of 2 concurrent requests (running in parallel).',
    ),
    { name: 'rate_limited', expectedVerdict: 'rate_limited' },
  ),
  scenario(
    429,
    refusal('system_busy', 'We are currently experiencing heavy traffic. Please try again in a few seconds.'),
    { name: 'busy', expectedVerdict: 'rate_limited' },
  ),
  scenario(
    401,
    refusal(
      'quota_exceeded',
      'This request exceeds your quota of 10000. You have 3 credits remaining, while 40 credits are required for this request.',
    ),
    { name: 'billing', expectedVerdict: 'quota_or_billing' },
  ),
  scenario(402, refusal('payment_required', 'Your subscription has a failed or incomplete payment.'), {
    name: 'unpaid',
    expectedVerdict: 'quota_or_billing',
    source: 'bill',
  }),
  scenario(
    401,
    refusal(
      'detected_unusual_activity',
      'Unusual activity detected. Free Tier usage disabled. If you are using a proxy/VPN you might need to purchase a Paid Plan.',
    ),
    { name: 'suspended', expectedVerdict: 'account_suspended', ...unconfirmed },
  ),
  scenario(500, refusal('internal_server_error', 'An internal error occurred.'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { voice: 'hoarse' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(401, refusal('sore_throat', 'The singer has a sore throat.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const user: Json = {
  user_id: 'lab0user0000000000000000000',
  subscription: {
    tier: 'starter',
    character_count: 17_231,
    character_limit: 40_000,
    can_extend_character_limit: false,
    next_character_count_reset_unix: 1_790_000_000,
    voice_limit: 10,
    status: 'active',
    currency: 'eur',
  },
  is_new_user: false,
  first_name: 'Lab',
  xi_api_key: '{{key}}',
  can_use_delayed_payment_methods: false,
}

export const elevenlabs: Provider = {
  id: 'elevenlabs',
  name: 'ElevenLabs',
  host: 'api.elevenlabs.io',
  basePath: '/v1',
  environmentVariable: 'ELEVENLABS_API_KEY',
  formats: {
    api: { mint: () => `sk_${randomText('hex', 48)}`, pattern: /^sk_[a-f0-9]{48}$/ },
    older: { mint: () => randomText('hex', 32), pattern: /^[a-f0-9]{32}$/ },
  },
  proof: (key) => ({ path: '/user', headers: { 'xi-api-key': key } }),
  presented: (call) => presentedInHeader(call, 'xi-api-key'),
  headers: {
    'content-type': 'application/json',
    server: 'uvicorn',
    'access-control-allow-origin': '*',
    'x-trace-id': '{{requestId}}',
    via: '1.1 google, 1.1 google',
  },
  requestId: () => randomText('hex', 32),
  noKey: {
    status: 401,
    body: refusal('needs_authorization', 'Neither authorization header nor xi-api-key received, please provide one.'),
  },
  notFound: { status: 404, body: { detail: 'Not Found' } },
  routes: {
    'GET /user': { needs: 'user_read', answer: () => ({ status: 200, body: user }) },
    'GET /models': {
      needs: 'models_read',
      answer: () => ({ status: 200, body: [{ model_id: 'eleven_multilingual_v2', name: 'Eleven Multilingual v2' }] }),
    },
  },
  scenarios,
}
