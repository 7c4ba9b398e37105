import type { Key, KeyStatus } from '#lib/keys/schema'
import type { Verdict } from '#lib/providers/verdict'
import type { MatrixEnvironment } from './environment-matrix.tsx'

export const sampleEnvironments: MatrixEnvironment[] = [
  { id: 'development', slug: 'development', name: 'development', protected: false },
  { id: 'staging', slug: 'staging', name: 'staging', protected: false },
  { id: 'production', slug: 'production', name: 'production', protected: true },
]

export const sampleProviders: Record<string, string> = {
  openai: 'OpenAI',
  anthropic: 'Anthropic',
  stripe: 'Stripe',
  github: 'GitHub',
  gemini: 'Google Gemini',
  slack: 'Slack',
  groq: 'Groq',
  gitlab: 'GitLab',
}

const day = 86_400_000
const base = Date.parse('2026-11-23T23:20:00Z')
const ago = (days: number) => new Date(base - days * day).toISOString()

interface Sample {
  status: KeyStatus
  environment?: string
  verdict?: Verdict
  stages?: string
  masked: string
  expiresInDays?: number
  dueInDays?: number
  usedDaysAgo?: number
  sameValueIn?: string
  version?: number
}

export function sampleKey(name: string, provider: string, sample: Sample): Key {
  const environment = sample.environment ?? 'production'
  const id = `${name}-${environment}`.toLowerCase()
  return {
    id,
    purpose: 'application',
    project: 'assistant',
    environment,
    projectId: 'project_1',
    environmentId: `environment_${environment}`,
    protected: environment === 'production',
    name,
    provider,
    baseUrl: null,
    masked: sample.masked,
    fingerprint: 'b7c1 09e4 55d2',
    version: sample.version ?? 1,
    status: sample.status,
    expiresAt: sample.expiresInDays === undefined ? null : ago(-sample.expiresInDays),
    rotation: {
      everyDays: sample.dueInDays === undefined ? null : 90,
      ownEveryDays: null,
      dueAt: sample.dueInDays === undefined ? null : ago(-sample.dueInDays),
      mode: 'manual',
    },
    scheduledTest: { everyHours: null, effectiveHours: 24, nextAt: ago(-0.4) },
    owner: null,
    permissions: { declared: [], observed: [] },
    lastPairing: sample.verdict
      ? { id: `pairing_${id}`, verdict: sample.verdict, at: ago(0.03), stages: sample.stages ?? 'pppspppppp' }
      : null,
    sameValue: sample.sameValueIn
      ? [
          {
            id: `${name}-${sample.sameValueIn}`.toLowerCase(),
            name,
            project: 'assistant',
            environment: sample.sameValueIn,
          },
        ]
      : [],
    tags: [],
    notes: '',
    lastUsedAt: sample.usedDaysAgo === undefined ? null : ago(sample.usedDaysAgo),
    createdAt: ago(48),
    updatedAt: ago(12),
    deletedAt: null,
  }
}

export const sampleKeys: Key[] = [
  sampleKey('ANTHROPIC_API_KEY', 'anthropic', {
    status: 'paired',
    verdict: 'paired',
    masked: 'sk-ant-api03-…9xQA',
    dueInDays: 61,
    usedDaysAgo: 0.002,
    sameValueIn: 'staging',
  }),
  sampleKey('ANTHROPIC_API_KEY', 'anthropic', {
    environment: 'staging',
    status: 'paired',
    verdict: 'paired',
    masked: 'sk-ant-api03-…9xQA',
    dueInDays: 61,
    usedDaysAgo: 0.4,
    sameValueIn: 'production',
  }),
  sampleKey('OPENAI_API_KEY', 'openai', {
    status: 'failing',
    verdict: 'key_revoked',
    stages: 'pppsppfssp',
    masked: 'sk-proj-…a1B2',
    dueInDays: -3,
    usedDaysAgo: 0.01,
    version: 3,
  }),
  sampleKey('OPENAI_API_KEY', 'openai', {
    environment: 'development',
    status: 'warned',
    verdict: 'rate_limited',
    stages: 'pppspppwwp',
    masked: 'sk-proj-…07Kd',
    usedDaysAgo: 1.2,
  }),
  sampleKey('STRIPE_SECRET_KEY', 'stripe', {
    status: 'expiring',
    verdict: 'paired',
    masked: 'rk_live_…Zt4m',
    expiresInDays: 9,
    dueInDays: 9,
    usedDaysAgo: 0.06,
    version: 2,
  }),
  sampleKey('STRIPE_SECRET_KEY', 'stripe', {
    environment: 'staging',
    status: 'paired',
    verdict: 'paired',
    masked: 'rk_test_…33Qp',
    dueInDays: 40,
    usedDaysAgo: 3,
  }),
  sampleKey('GITHUB_TOKEN', 'github', {
    environment: 'development',
    status: 'expired',
    verdict: 'key_expired',
    stages: 'pppsppfssp',
    masked: 'github_pat_…uV5e',
    expiresInDays: -2,
    usedDaysAgo: 2,
  }),
  sampleKey('GEMINI_API_KEY', 'gemini', {
    environment: 'staging',
    status: 'failing',
    verdict: 'tls_intercepted',
    stages: 'ppppfsssss',
    masked: 'AIza…m1Xs',
    usedDaysAgo: 8,
  }),
  sampleKey('SLACK_BOT_TOKEN', 'slack', {
    status: 'paired',
    verdict: 'paired_limited',
    masked: 'xoxb-…Lq8r',
    dueInDays: 12,
    usedDaysAgo: 0.2,
  }),
  sampleKey('GROQ_API_KEY', 'groq', { environment: 'development', status: 'untested', masked: 'gsk_…h6Tw' }),
  sampleKey('GITLAB_TOKEN', 'gitlab', {
    environment: 'staging',
    status: 'unknown',
    verdict: 'unknown',
    stages: 'pppspwssss',
    masked: 'glpat-…2fNc',
    usedDaysAgo: 30,
  }),
]

/** Enough rows to need a window over them. */
export const manyKeys: Key[] = Array.from({ length: 10_000 }, (_, index) => {
  const sample = sampleKeys[index % sampleKeys.length] ?? sampleKeys[0]
  if (!sample) throw new Error('There are no sample keys.')
  return { ...sample, id: `many_${index}`, name: `${sample.name}_${String(index).padStart(5, '0')}` }
})
