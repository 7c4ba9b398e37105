import { presentedKey } from '../presented-key.ts'
import { bearer } from '../proof-call.ts'
import { randomText } from '../random-text.ts'
import type { IssuedKey, Json, Provider, Scenario } from '../scenario.ts'
import { madeUp, scenarioOf, unconfirmed } from '../scenario-of.ts'

const scenario = scenarioOf('https://huggingface.co/docs/hub/security-tokens (hf-tok, th:huggingface)')

const error = (message: string): Json => ({ error: message })
const invalid = error('Invalid credentials in Authorization header')
const told = { 'x-error-message': 'Invalid credentials in Authorization header' }

const scenarios: Scenario[] = [
  scenario(401, invalid, { name: 'invalid', expectedVerdict: 'key_invalid', headers: told }),
  scenario(401, error('User Access Token "lab" is expired'), {
    name: 'expired',
    expectedVerdict: 'key_expired',
    source: 'bl: the body of an expired token holds "expired"',
  }),
  scenario(401, invalid, {
    name: 'revoked',
    expectedVerdict: 'key_invalid',
    expectedWithHistory: 'key_revoked',
    headers: told,
  }),
  scenario(
    403,
    error(
      'Your token has been revoked by the organization administrator. Please contact the administrator of the organization for more information.',
    ),
    { name: 'revoked_by_organisation', expectedVerdict: 'key_revoked' },
  ),
  scenario(
    403,
    error(
      'This authentication method does not have sufficient permissions to call Inference Providers on behalf of user lab',
    ),
    {
      name: 'missing_permission',
      expectedVerdict: 'paired_limited',
      expectedWhenRequired: 'permission_missing',
      permission: 'inference.serverless.write',
    },
  ),
  scenario(
    403,
    error('The organization has restricted access: use a fine-grained token that an administrator has approved.'),
    { name: 'fine_grained_required', expectedVerdict: 'paired_limited' },
  ),
  scenario(
    429,
    error('We had to rate limit you. To continue using our service, please log in or create a HF account.'),
    {
      name: 'rate_limited',
      expectedVerdict: 'rate_limited',
      headers: { ratelimit: '"api";r=0;t=57', 'ratelimit-policy': '"fixed window";"api";q=1000;w=300' },
      source: 'https://huggingface.co/docs/hub/rate-limits (hf-rl)',
    },
  ),
  scenario(
    402,
    error('You have exceeded your monthly included credits for Inference Providers. Subscribe to PRO to get more.'),
    { name: 'billing', expectedVerdict: 'quota_or_billing', ...unconfirmed },
  ),
  scenario(
    404,
    error('https://api-inference.huggingface.co is no longer supported. Please use https://router.huggingface.co'),
    { name: 'api_version', expectedVerdict: 'api_version_unsupported', ...unconfirmed },
  ),
  scenario(500, error('Internal Error - We’re working hard to fix this as soon as possible!'), {
    name: 'outage',
    expectedVerdict: 'provider_outage',
    ...unconfirmed,
  }),
  scenario(200, { hug: 'warm' }, { name: 'unknown_json', expectedVerdict: 'unexpected_response', ...madeUp }),
  scenario(403, error('The hug was declined.'), {
    name: 'unknown_code',
    expectedVerdict: 'unexpected_response',
    ...madeUp,
  }),
]

const whoami = (key: IssuedKey | undefined): Json => ({
  type: 'user',
  id: '65f0c0ffee0ddba11c0ffee0',
  name: 'lab',
  fullname: 'Lab',
  email: 'lab@example.com',
  emailVerified: true,
  isPro: false,
  orgs: [{ type: 'org', id: '65f0c0ffee0ddba11c0ffee1', name: 'lab-org', roleInOrg: 'admin' }],
  auth: {
    type: 'access_token',
    accessToken: { displayName: 'lab', createdAt: '2026-01-15T09:30:00.000Z', ...rights(key) },
  },
})

function rights(key: IssuedKey | undefined): { [name: string]: Json } {
  if (!key?.permissions) return { role: 'read' }
  const scoped: Json = [{ entity: { type: 'user', name: 'lab' }, permissions: key.permissions }]
  return { role: 'fineGrained', fineGrained: { canReadGatedRepos: false, global: [], scoped } }
}

export const huggingface: Provider = {
  id: 'huggingface',
  name: 'Hugging Face',
  host: 'huggingface.co',
  basePath: '/api',
  environmentVariable: 'HF_TOKEN',
  formats: {
    user: { mint: () => `hf_${randomText('alphanumeric', 34)}`, pattern: /^hf_[A-Za-z0-9]{34}$/ },
    organisation: { mint: () => `api_org_${randomText('alphanumeric', 34)}`, pattern: /^api_org_[A-Za-z0-9]{34}$/ },
  },
  proof: (key) => ({ path: '/whoami-v2', headers: bearer(key) }),
  presented: presentedKey,
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'x-request-id': 'Root=1-{{requestId}}',
    ratelimit: '"api";r=995;t=300',
    'ratelimit-policy': '"fixed window";"api";q=1000;w=300',
    vary: 'Origin',
  },
  requestId: () => `${randomText('hex', 8)}-${randomText('hex', 24)}`,
  noKey: { status: 401, body: error('Invalid username or password.') },
  notFound: { status: 404, body: error('Sorry, we can’t find the page you are looking for.') },
  routes: {
    'GET /whoami-v2': { answer: (_, key) => ({ status: 200, body: whoami(key) }) },
    'GET /models': { isPublic: true, answer: () => ({ status: 200, body: [{ _id: '1', id: 'lab/model' }] }) },
  },
  scenarios,
}
