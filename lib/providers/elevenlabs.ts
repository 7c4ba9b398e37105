import type { Answer, AnswerRule, Provider, Success } from './provider.ts'
import { isRecord } from './read-error.ts'

const ERRORS = 'elevenlabs/elevenlabs-docs: error-messages.mdx'
const ANALYZER = 'trufflehog analyzer for ElevenLabs'

const refusal = (status: string, message: string) => ({ detail: { status, message } })

/** 401 means five things here, and only one of them is a bad key: the word in `detail.status` is read first. */
const answers: AnswerRule[] = [
  {
    when: { status: [401, 403], code: 'missing_permissions', text: /missing the permission/i },
    verdict: 'permission_missing',
    confidence: 'proven',
    says: 'the key is good, but lacks a permission for this call',
    permissions: (_, { message }) => [...message.matchAll(/permission (\w+)/gi)].map(([, name]) => String(name)),
    source: ANALYZER,
    example: {
      status: 401,
      body: refusal(
        'missing_permissions',
        'The API key you used is missing the permission user_read to execute this operation.',
      ),
    },
  },
  {
    when: { status: [400, 401, 403], code: 'quota_exceeded', text: /exceeds your quota/i },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'the quota of characters, of the account or of this key, is used up',
    source: ERRORS,
    example: {
      status: 401,
      body: refusal(
        'quota_exceeded',
        'This request exceeds your quota. You have 12 credits remaining, while 40 credits are required for this request.',
      ),
    },
  },
  {
    when: { status: 402, code: ['payment_required', 'paid_plan_required'] },
    verdict: 'quota_or_billing',
    confidence: 'proven',
    says: 'a payment or a paid plan is required',
    source: 'observed answers (402)',
    example: { status: 402, body: refusal('payment_required', 'Your subscription has an unpaid invoice.') },
  },
  {
    when: {
      status: 403,
      code: ['only_for_creator', 'only_for_creator+', 'invalid_subscription'],
      text: /only (available )?(for|to|on) .{0,40}(tier|plan|creator)/i,
    },
    verdict: 'quota_or_billing',
    confidence: 'likely',
    says: 'the plan of the account does not include this',
    source: ERRORS,
    example: {
      status: 403,
      body: refusal('only_for_creator+', 'Professional voice cloning is only available for Creator+ tiers.'),
    },
  },
  {
    when: { status: [400, 401, 403], code: 'detected_unusual_activity', text: /unusual activity/i },
    verdict: 'account_suspended',
    confidence: 'possible',
    says: 'it saw unusual activity of this account, or from this address, and switched the free tier off',
    source: 'unconfirmed',
    example: {
      status: 401,
      body: refusal('detected_unusual_activity', 'Unusual activity detected. Free Tier usage disabled.'),
    },
  },
  {
    when: { status: [400, 401], code: 'invalid_api_key', text: /invalid api key/i },
    verdict: 'key_invalid',
    confidence: 'likely',
    says: 'the API key is invalid; it uses the same words for an unknown and a deleted key',
    source: ERRORS,
    example: { status: 401, body: refusal('invalid_api_key', 'Invalid API key') },
  },
  {
    when: {
      status: 429,
      code: ['too_many_concurrent_requests', 'concurrent_limit_exceeded', 'system_busy', 'rate_limit_exceeded'],
    },
    verdict: 'rate_limited',
    confidence: 'proven',
    says: 'too many requests run at the same time, or the service is busy',
    source: ERRORS,
    example: {
      status: 429,
      body: refusal(
        'too_many_concurrent_requests',
        'Too many concurrent requests. Your current subscription is associated with a maximum of 4 concurrent requests.',
      ),
    },
  },
]

function readSuccess({ json }: Answer): Success | null {
  if (!isRecord(json) || !isRecord(json.subscription) || typeof json.subscription.tier !== 'string') return null
  const { tier } = json.subscription
  const rateLimit: Record<string, string | number> = { tier }
  for (const field of ['character_count', 'character_limit']) {
    const amount = json.subscription[field]
    if (typeof amount === 'number') rateLimit[field] = amount
  }
  const [owner] = [json.first_name, json.user_id].filter((name) => typeof name === 'string' && name !== '')
  return {
    observed: { owner: typeof owner === 'string' ? owner : undefined, rateLimit },
    because: '`subscription` describes the plan of the account behind this key',
  }
}

export const elevenlabs: Provider = {
  id: 'elevenlabs',
  name: 'ElevenLabs',
  category: 'llm',
  baseUrl: 'https://api.elevenlabs.io/v1',
  variables: ['ELEVENLABS_API_KEY', 'XI_API_KEY'],
  keyFormats: [
    {
      kind: 'API key',
      pattern: /^sk_[a-f0-9]{48}$/,
      example: (letters) => `sk_${letters(48, 'hex')}`,
      role: 'usable',
      prefix: 'sk_',
      confirmed: true,
      source: 'trufflehog and betterleaks rules',
    },
    {
      kind: 'API key of the older form',
      pattern: /^[a-f0-9]{32}$/,
      example: (letters) => letters(32, 'hex'),
      role: 'usable',
      prefix: '',
      isShared: true,
      confirmed: true,
      source: 'trufflehog detector for ElevenLabs, version 1',
    },
  ],
  links: {
    dashboard: 'https://elevenlabs.io/app/settings/api-keys',
    docs: 'https://elevenlabs.io/docs/api-reference/authentication',
    support: 'https://help.elevenlabs.io',
    billing: 'https://elevenlabs.io/app/subscription',
    statusPage: 'https://status.elevenlabs.io',
  },
  status: { kind: 'statuspage', url: 'https://status.elevenlabs.io/api/v2/summary.json' },
  rotation: 'automatic',
  // The list of models leaves out the ones for transcription: a model that it does not hold may well be there.
  proof: { method: 'GET', path: '/user', authorize: (key) => ({ 'xi-api-key': key }), costs: 'nothing' },
  dialect: 'documented',
  answers,
  readSuccess,
  fingerprintHeaders: ['x-trace-id', 'current-concurrent-requests'],
  requestIdHeaders: ['request-id', 'x-trace-id'],
  environmentHint: 'Keys carry no test or live mark: give each environment a key of its own, with its own limit.',
}
