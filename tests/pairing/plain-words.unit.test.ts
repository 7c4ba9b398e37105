import { expect, test } from 'vitest'
import { catalog } from '#lib/providers/catalog'
import type { Verdict } from '#lib/providers/verdict'
import { concludeFrom } from './conclude-from.ts'

/** Sentences that mean the same from whomever they come; none is quoted from a provider. */
const SENTENCES: [Verdict, number, string[]][] = [
  ['key_expired', 401, ['Token has expired, please renew it', 'Your token expired on 2026-01-01', 'JWT expired']],
  ['key_revoked', 401, ['This API key has been deactivated', 'API key was deleted', 'Key revoked']],
  [
    'ip_not_allowed',
    403,
    [
      'Your IP address 203.0.113.4 is not in the allowlist',
      'Client IP 203.0.113.4 is not authorized',
      'Request from disallowed IP address',
      'This API key is restricted to specific IP addresses',
    ],
  ],
  [
    'region_blocked',
    403,
    ['This service is not available in your country', 'We do not serve your country', 'Unsupported region'],
  ],
  [
    'account_suspended',
    403,
    ['Your account has been suspended', 'Account is under review', 'User account is locked', 'Organization is banned'],
  ],
  [
    'quota_or_billing',
    403,
    ['You have run out of credits', 'Your subscription has expired', 'Your free trial has ended', 'Invoice overdue'],
  ],
  [
    'quota_or_billing',
    429,
    ['Your plan does not include API access', 'You have run out of credits', 'Please upgrade your plan to continue'],
  ],
  [
    'rate_limited',
    429,
    ['Rate limit exceeded. Upgrade your plan for more', 'Quota of 10 requests per minute exceeded'],
  ],
  [
    'rate_limited',
    403,
    [
      'Too many failed login attempts',
      'Request was throttled',
      'Too many requests: your IP address is blocked for a minute',
    ],
  ],
  ['unexpected_response', 403, ['Missing Authorization header', 'API key is required', 'No API key provided']],
  [
    'key_invalid',
    401,
    ['Invalid or missing API key', 'Could not validate credentials', 'Signature verification failed', 'Wrong API key'],
  ],
]
const cases = SENTENCES.flatMap(([verdict, status, sentences]) =>
  sentences.map((sentence) => ({ verdict, status, sentence })),
)

test.each(cases)(
  '“$sentence” with HTTP $status is $verdict, whoever says it',
  async ({ verdict, status, sentence }) => {
    const wrong: Record<string, Verdict> = {}
    for (const provider of catalog) {
      const found = await concludeFrom(provider, { status, body: { error: { message: sentence } } })
      if (found.verdict !== verdict) wrong[provider.id] = found.verdict
    }
    expect(wrong).toEqual({})
  },
)

/** Words that other verdicts have in common, about something else. */
const MISLEADING: [Verdict, number, string[]][] = [
  [
    'account_suspended',
    403,
    [
      'Your organization has restricted access: use a fine-grained token',
      'Access to this project is restricted. Ask an administrator',
      'This feature is disabled for your organization',
    ],
  ],
  ['key_revoked', 403, ['This API key is blocked from this endpoint', 'API key authentication is disabled here']],
  [
    'key_invalid',
    400,
    ['Invalid token < in JSON at position 0', 'Invalid number of tokens', 'Invalid value for max_tokens'],
  ],
]

test.each(MISLEADING)(
  'nobody is told %s with HTTP %i by words about something else',
  async (verdict, status, sentences) => {
    for (const sentence of sentences)
      for (const provider of catalog) {
        const found = await concludeFrom(provider, { status, body: { error: { message: sentence } } })
        expect(found.verdict, `${provider.id}: ${sentence}`).not.toBe(verdict)
      }
  },
)

test('a bare “Unauthorized” is no more than possibly a bad key, where nothing documents it', async () => {
  const provider = catalog.find(({ id }) => id === 'replicate')
  if (!provider) throw new Error('There is no Replicate.')
  expect(await concludeFrom(provider, { status: 401, body: { message: 'Unauthorized' } })).toMatchObject({
    verdict: 'key_invalid',
    confidence: 'possible',
  })
})
