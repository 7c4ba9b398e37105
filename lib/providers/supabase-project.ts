import type { Answer, AnswerRule, KeyFormat, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const OBSERVED = 'observed answers, quoted in public projects'
const KEY_SOURCE = 'betterleaks rules for Supabase keys'

const answers: AnswerRule[] = [
  {
    when: { status: [401, 403], text: /legacy api keys are disabled/i },
    verdict: 'key_revoked',
    confidence: 'likely',
    says: 'keys of the older form (anon, service_role) are switched off in this project',
    source: OBSERVED,
    example: {
      status: 401,
      body: { message: 'Legacy API keys are disabled', hint: 'Use a publishable or secret key.' },
    },
  },
  {
    when: { status: 401, text: /no api key found/i },
    verdict: 'unexpected_response',
    confidence: 'possible',
    says: 'no key arrived, although one was sent: something on the way removed the apikey header',
    source: OBSERVED,
    example: {
      status: 401,
      body: { message: 'No API key found in request', hint: 'No `apikey` request header or url param was found.' },
    },
  },
  {
    when: { status: [401, 403], text: /(invalid|unregistered) api key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the key is not one of this project: it is unknown, was deleted, or belongs to another project',
    source: OBSERVED,
    example: {
      status: 401,
      headers: { 'sb-project-ref': 'abcdefghijklmnopqrst' },
      body: { message: 'Invalid API key', hint: 'Double check your Supabase `anon` or `service_role` API key.' },
    },
  },
  {
    when: { status: 540 },
    verdict: 'provider_outage',
    confidence: 'possible',
    says: 'the project is paused, and answers nothing until it is restored in the dashboard',
    source: 'unconfirmed',
    example: { status: 540, body: { message: 'Project paused' } },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || !isRecord(json.external) || typeof json.disable_signup !== 'boolean') return null
  return { observed: {}, because: '`external` and `disable_signup` are the sign-in settings of the project' }
}

const usable = (form: Pick<KeyFormat, 'kind' | 'pattern' | 'example' | 'prefix' | 'isShared'>): KeyFormat => ({
  ...form,
  role: 'usable',
  confirmed: form.prefix === 'sb_secret_',
  source: form.prefix === 'sb_secret_' ? KEY_SOURCE : 'unconfirmed',
})

export const supabaseProject: Provider = {
  id: 'supabase-project',
  name: 'Supabase project',
  category: 'data',
  baseUrl: null,
  address: {
    label: 'URL of your Supabase project',
    example: 'https://abcdefghijklmnopqrst.supabase.co',
    hosts: /^[a-z0-9]{20}\.supabase\.(co|in)$/,
    wildcard: '*.supabase.co',
  },
  otherBasePaths: [''],
  variables: ['SUPABASE_SERVICE_ROLE_KEY', 'SUPABASE_SECRET_KEY', 'SUPABASE_ANON_KEY', 'SUPABASE_PUBLISHABLE_KEY'],
  keyFormats: [
    usable({
      kind: 'secret key',
      pattern: /^sb_secret_[A-Za-z0-9_-]{31}$/,
      example: (letters) => `sb_secret_${letters(31, 'base64url')}`,
      prefix: 'sb_secret_',
    }),
    usable({
      kind: 'publishable key',
      pattern: /^sb_publishable_[A-Za-z0-9_-]{31}$/,
      example: (letters) => `sb_publishable_${letters(31, 'base64url')}`,
      prefix: 'sb_publishable_',
    }),
    usable({
      kind: 'key of the older form (anon or service_role)',
      pattern: /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/,
      example: (letters) => `eyJ${letters(33)}.eyJ${letters(120)}.${letters(43)}`,
      prefix: 'eyJ',
      isShared: true,
    }),
    {
      kind: 'personal access token',
      pattern: /^sbp_[a-z0-9_-]{40}$/,
      example: (letters) => `sbp_${letters(40, 'hex')}`,
      role: 'wrong_kind',
      instead: 'A personal access token manages projects, and opens none. Store it under “Supabase”.',
      prefix: 'sbp_',
      confirmed: true,
      source: KEY_SOURCE,
    },
  ],
  links: {
    dashboard: 'https://supabase.com/dashboard/project/_/settings/api-keys',
    docs: 'https://supabase.com/docs/guides/api/api-keys',
    support: 'https://supabase.com/support',
    statusPage: 'https://status.supabase.com',
  },
  status: {
    kind: 'statuspage',
    url: 'https://status.supabase.com/api/v2/summary.json',
    components: /\b(API Gateway|Auth|Database)\b/i,
  },
  rotation: 'automatic',
  proof: {
    method: 'GET',
    // The root of the data API refuses publishable keys; the settings for sign-in are shown to every kind.
    path: '/auth/v1/settings',
    authorize: (key) => ({ apikey: key }),
    costs: 'nothing',
  },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['sb-project-ref', 'sb-gateway-version'],
  requestIdHeaders: ['sb-request-id'],
  environmentHint:
    'The project is the environment: its address names it, and a key works only there. Keys of the older form hold the name of their project (ref) and their end.',
}
