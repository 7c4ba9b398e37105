import { catalog } from '#lib/providers/catalog'
import type { Issue } from './lab.ts'
import { plannedModelKeys } from './planned-model-keys.ts'

/** A key of the demo: where it stands, what it is, and how its provider answers. */
export interface PlannedKey {
  name: string
  environment: 'development' | 'staging' | 'production'
  provider: string
  /** How the provider answers, one test after the other. Without any, the key is never tested. */
  answers?: string[]
  mint?: Omit<Issue, 'value' | 'scenario' | 'expiresAt'>
  /** The provider itself ends the key then. */
  endsInDays?: number
  /** Customers of this provider have a base URL each. */
  hasOwnAddress?: boolean
  /** The environment whose value of the same name is used here again. */
  sameAs?: PlannedKey['environment']
  /** What came along when the value was pasted. */
  pastedWith?: string
  /** Its value is replaced between the first test and the second, for this reason. */
  replacedFor?: string
  /** Deleted in the end, so that there is one to restore. */
  isPutAway?: boolean
  details?: { baseUrl?: string; rotateEveryDays?: number; permissions?: string[]; tags?: string[]; notes?: string }
  expiresInDays?: number
}

const openai = { name: 'OPENAI_API_KEY', provider: 'openai' }
const stripe = { name: 'STRIPE_SECRET_KEY', provider: 'stripe' }
const local = { name: 'LOCAL_MODEL_API_KEY', provider: 'openai-compatible' }

const atWork: Record<string, PlannedKey[]> = {
  Storefront: [
    { ...stripe, environment: 'development', answers: ['valid'], mint: { environment: 'test' } },
    { ...stripe, environment: 'staging', answers: ['valid'], sameAs: 'development' },
    {
      ...stripe,
      environment: 'production',
      answers: ['valid', 'valid'],
      mint: { environment: 'live' },
      replacedFor: 'The quarterly rotation.',
      details: { rotateEveryDays: 90, tags: ['payments'], notes: 'Charges and refunds of the shop.' },
    },
    {
      name: 'STRIPE_REPORTING_KEY',
      provider: 'stripe',
      environment: 'production',
      answers: ['valid'],
      mint: { kind: 'restricted', environment: 'test' },
      details: { tags: ['payments', 'reports'] },
    },
    { ...openai, environment: 'development', answers: ['valid'], details: { rotateEveryDays: 1 } },
    { ...openai, environment: 'staging', answers: ['valid', 'billing'] },
    {
      ...openai,
      environment: 'production',
      answers: ['valid', 'revoked'],
      details: { rotateEveryDays: 30, tags: ['models', 'search'], notes: 'Product search and descriptions.' },
    },
    { name: 'SLACK_BOT_TOKEN', provider: 'slack', environment: 'production', answers: ['missing_permission'] },
    {
      name: 'GITHUB_TOKEN',
      provider: 'github-classic',
      environment: 'development',
      answers: ['valid'],
      mint: { permissions: ['repo', 'read:org'] },
      details: { permissions: ['repo'] },
    },
    {
      name: 'GITHUB_TOKEN',
      provider: 'github-classic',
      environment: 'production',
      answers: ['valid'],
      mint: { permissions: ['public_repo'] },
      details: { permissions: ['repo'], tags: ['releases'] },
    },
    {
      name: 'GITHUB_DEPLOY_TOKEN',
      provider: 'github-fine-grained',
      environment: 'production',
      answers: ['valid'],
      endsInDays: 9,
      expiresInDays: 9,
      details: { tags: ['releases'] },
    },
    { name: 'GITLAB_TOKEN', provider: 'gitlab', environment: 'staging', answers: ['valid', 'rate_limited'] },
  ],
  Assistant: [
    {
      name: 'ANTHROPIC_API_KEY',
      provider: 'anthropic',
      environment: 'development',
      answers: ['valid'],
      details: { rotateEveryDays: 60 },
    },
    {
      name: 'ANTHROPIC_API_KEY',
      provider: 'anthropic',
      environment: 'production',
      answers: ['valid', 'overloaded'],
      details: { rotateEveryDays: 30, tags: ['models', 'answers'] },
    },
    { name: 'GEMINI_API_KEY', provider: 'google-gemini', environment: 'development', answers: ['valid'] },
    { name: 'GEMINI_API_KEY', provider: 'google-gemini', environment: 'production', answers: ['ip_blocked'] },
    {
      name: 'OPENROUTER_API_KEY',
      provider: 'openrouter',
      environment: 'staging',
      answers: ['valid', 'expired'],
      expiresInDays: -2,
    },
    {
      name: 'OPENROUTER_API_KEY',
      provider: 'openrouter',
      environment: 'production',
      answers: ['valid'],
      expiresInDays: 5,
    },
    { name: 'GROQ_API_KEY', provider: 'groq', environment: 'development', answers: ['suspended'] },
    { name: 'XROUTE_API_KEY', provider: 'xroute', environment: 'production' },
    {
      ...local,
      environment: 'development',
      answers: ['valid'],
      details: { baseUrl: 'https://llm.lab.test' },
    },
    {
      ...local,
      environment: 'staging',
      answers: ['valid'],
      details: { baseUrl: 'https://hostile.lab.test/html403/v1' },
    },
    {
      ...local,
      environment: 'production',
      answers: ['valid'],
      details: { baseUrl: 'https://interceptor.lab.test/v1' },
    },
    { ...openai, environment: 'development', answers: ['valid'], pastedWith: '\u200b\n' },
    { ...openai, name: 'OLD_MODEL_API_KEY', environment: 'development', answers: ['valid'], isPutAway: true },
  ],
  'Model comparison': plannedModelKeys,
}

export const plannedKeys: Record<string, PlannedKey[]> = { ...atWork, Integrations: planTheRest() }

/** One good key for each provider that no other project uses, so that none is missing. */
function planTheRest(): PlannedKey[] {
  const used = Object.values(atWork).flatMap((keys) => keys.map(({ provider }) => provider))
  const unused = catalog.filter(({ id }) => !used.includes(id))
  return unused.map(({ id, variables: [name = 'API_KEY'], baseUrl }) => ({
    name,
    provider: id,
    environment: 'production',
    answers: ['valid'],
    hasOwnAddress: baseUrl === null,
  }))
}
