import { presentedInHeader } from '../presented-key.ts'
import { randomText } from '../random-text.ts'
import type { Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const reported = scenarioOf('Supabase gateway, as people quote it')
const scenario: typeof reported = (status, body, rest) => ({ ...reported(status, body, rest), confirmed: false })

const refusal = (message: string, hint: string): Json => ({ message, hint })
const invalid = refusal('Invalid API key', 'Double check your Supabase `anon` or `service_role` API key.')

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid' }),
  scenario(401, refusal('Unregistered API key', 'Double check the provided API key.'), {
    name: 'unregistered',
    expectedVerdict: 'key_invalid',
  }),
  scenario(401, invalid, { name: 'other_project', expectedVerdict: 'key_invalid' }),
  scenario(401, invalid, { name: 'revoked', expectedVerdict: 'key_invalid', expectedWithHistory: 'key_revoked' }),
  scenario(401, refusal('Legacy API keys are disabled', 'Your legacy API keys were disabled.'), {
    name: 'legacy_disabled',
    expectedVerdict: 'key_revoked',
  }),
  scenario(429, { message: 'API rate limit exceeded' }, { name: 'rate_limited', expectedVerdict: 'rate_limited' }),
  scenario(540, { message: 'Project paused' }, { name: 'paused', expectedVerdict: 'provider_outage', ...unconfirmed }),
  scenario(503, { message: 'name resolution failed' }, { name: 'outage', expectedVerdict: 'provider_outage' }),
  scenario(200, { tables: 'turned' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(401, refusal('The row is level.', 'Not secure.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const settings: Json = {
  external: { anonymous_users: false, email: true, github: false, google: false, phone: false },
  disable_signup: false,
  mailer_autoconfirm: false,
  phone_autoconfirm: false,
  sms_provider: 'twilio',
  saml_enabled: false,
}
const jwtPart = (part: Json) => Buffer.from(JSON.stringify(part)).toString('base64url')
const inTenYears = Math.floor(Date.now() / 1000) + 315_360_000

export const supabaseProject: Provider = {
  id: 'supabase-project',
  name: 'Supabase project',
  host: 'labprojectlabproject.supabase.co',
  basePath: '',
  environmentVariable: 'SUPABASE_SERVICE_ROLE_KEY',
  formats: {
    secret: { mint: () => `sb_secret_${randomText('base64url', 31)}`, pattern: /^sb_secret_[A-Za-z0-9_-]{31}$/ },
    publishable: {
      mint: () => `sb_publishable_${randomText('base64url', 31)}`,
      pattern: /^sb_publishable_[A-Za-z0-9_-]{31}$/,
    },
    serviceRole: {
      mint: () =>
        [
          jwtPart({ alg: 'HS256', typ: 'JWT' }),
          jwtPart({ iss: 'supabase', ref: 'labprojectlabproject', role: 'service_role', exp: inTenYears }),
          randomText('base64url', 43),
        ].join('.'),
      pattern: /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{43}$/,
    },
  },
  proof: (key) => ({ path: '/auth/v1/settings', headers: { apikey: key } }),
  presented: (call) => presentedInHeader(call, 'apikey') ?? (call.query.get('apikey') || undefined),
  headers: {
    'content-type': 'application/json',
    server: 'cloudflare',
    'sb-gateway-version': '1',
    'sb-project-ref': 'labprojectlabproject',
    'sb-request-id': '{{requestId}}',
  },
  requestId: () => [8, 4, 4, 4, 12].map((length) => randomText('hex', length)).join('-'),
  noKey: {
    status: 401,
    body: refusal('No API key found in request', 'No `apikey` request header or url param was found.'),
  },
  notFound: { status: 404, body: { error: 'requested path is invalid' } },
  routes: { 'GET /auth/v1/settings': { answer: () => ({ status: 200, body: settings }) } },
  scenarios,
}
