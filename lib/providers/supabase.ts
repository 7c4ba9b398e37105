import { bearer } from './bearer.ts'
import type { Answer, AnswerRule, KeyFormat, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const SPEC = 'supabase/cli: openapi.json of the Management API'

const answers: AnswerRule[] = [
  {
    when: {
      status: 401,
      text: /unauthori[sz]ed|jwt (failed|could not|is invalid)|invalid (access )?token/i,
      also: ({ kind }) => kind === 'json',
    },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'it does not accept this access token; it says the same of an unknown, an expired and a deleted one',
    source: SPEC,
    example: { status: 401, body: { message: 'Unauthorized' } },
  },
  {
    when: { status: 403, text: /forbidden|permission|not allowed|scope/i, also: ({ kind }) => kind === 'json' },
    verdict: 'permission_missing',
    confidence: 'likely',
    says: 'the access token is good, but may not list organisations',
    source: SPEC,
    example: { status: 403, body: { message: 'Forbidden resource' } },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!Array.isArray(json) || json.length === 0) return null
  const names = json.map((one) => (isRecord(one) && typeof one.id === 'string' ? one.name : undefined))
  if (names.some((name) => typeof name !== 'string')) return null
  return { observed: { organisation: names.join(', ') }, because: 'the answer lists organisations by `id` and `name`' }
}

const ofProject = (form: Pick<KeyFormat, 'kind' | 'pattern' | 'example' | 'prefix' | 'confirmed' | 'isShared'>) => ({
  ...form,
  role: 'wrong_kind' as const,
  instead:
    'It works only at the address of its own project. Store it under “Supabase project”, with that address: https://PROJECT.supabase.co.',
  source: form.confirmed ? 'betterleaks rules for Supabase keys' : 'unconfirmed',
})

export const supabase: Provider = {
  id: 'supabase',
  name: 'Supabase',
  category: 'data',
  baseUrl: 'https://api.supabase.com',
  variables: ['SUPABASE_ACCESS_TOKEN', 'SUPABASE_PAT', 'SUPABASE_MANAGEMENT_TOKEN'],
  keyFormats: [
    {
      kind: 'personal access token',
      pattern: /^sbp_[a-z0-9_-]{40}$/,
      example: (letters) => `sbp_${letters(40, 'hex')}`,
      role: 'usable',
      prefix: 'sbp_',
      confirmed: true,
      source: 'betterleaks rules for Supabase keys',
    },
    ofProject({
      kind: 'secret key of a project',
      pattern: /^sb_secret_[A-Za-z0-9_-]{31}$/,
      example: (letters) => `sb_secret_${letters(31, 'base64url')}`,
      prefix: 'sb_secret_',
      confirmed: true,
    }),
    ofProject({
      kind: 'publishable key of a project',
      pattern: /^sb_publishable_[A-Za-z0-9_-]{20,}$/,
      example: (letters) => `sb_publishable_${letters(31, 'base64url')}`,
      prefix: 'sb_publishable_',
      confirmed: false,
    }),
    ofProject({
      kind: 'project key of the older form (anon or service_role)',
      pattern: /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/,
      example: (letters) => `eyJ${letters(33)}.eyJ${letters(120)}.${letters(43)}`,
      prefix: 'eyJ',
      isShared: true,
      confirmed: false,
    }),
  ],
  links: {
    dashboard: 'https://supabase.com/dashboard/account/tokens',
    docs: 'https://supabase.com/docs/reference/api',
    support: 'https://supabase.com/support',
    statusPage: 'https://status.supabase.com',
  },
  status: {
    kind: 'statuspage',
    url: 'https://status.supabase.com/api/v2/summary.json',
    components: /\b(Management API|Dashboard|Auth)\b/i,
  },
  rotation: 'automatic',
  proof: { method: 'GET', path: '/v1/organizations', authorize: bearer, costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['sb-request-id'],
  requestIdHeaders: ['sb-request-id'],
  environmentHint:
    'A personal access token reaches every organisation of its owner; keys of one project are of another kind.',
}
