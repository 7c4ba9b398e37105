import { expect, test } from 'vitest'
import { readRateLimits } from '#lib/pairing/read-rate-limits'
import { readRetryAfter } from '#lib/pairing/read-retry-after'
import { answerOf, NOW } from './conclude-from.ts'

const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

test.each<[what: string, seconds: number | undefined, headers: Record<string, string>, body: unknown]>([
  ['the header, in seconds', 2, { 'retry-after': '2.0' }, { retry_after: 90 }],
  ['the header, as a date', 60, { 'retry-after': inSeconds(60).toUTCString() }, ''],
  ['a reset header', 7, { 'x-ratelimit-reset': '7' }, {}],
  ['Discord’s body', 64.57, {}, { message: 'You are being rate limited.', retry_after: 64.57, global: false }],
  ['Telegram’s body', 14, {}, { ok: false, error_code: 429, parameters: { retry_after: 14 } }],
  ['nothing', undefined, {}, { retry_after: 'soon', parameters: null }],
  ['nothing, where the time is over', undefined, {}, { retry_after: -7200 }],
  ['nothing, where it is a month away', undefined, {}, { retry_after: 1e12 }],
])('the time to try again comes from %s', async (_, seconds, headers, body) => {
  const answer = await answerOf({ status: 429, headers, body })
  expect(readRetryAfter(answer, NOW)).toEqual(seconds === undefined ? undefined : inSeconds(seconds))
})

test('limits are read under whatever name a provider gives them', async () => {
  const headers = {
    'x-ratelimit-remaining': '1',
    'ratelimit-policy': '2;w=1',
    'anthropic-ratelimit-requests-limit': '50',
    'x-rate-limit-interval': '60',
    'x-sentry-rate-limit-remaining': '39',
    'x-hubspot-ratelimit-max': '100',
    'x-shopify-shop-api-call-limit': '1/40',
    'x-request-id': 'r1',
    limit: '3',
  }
  const { 'x-request-id': _, limit: __, ...limits } = headers
  const answer = await answerOf({ status: 200, headers, body: {} })
  expect(Object.keys(readRateLimits(answer))).toEqual(Object.keys(limits))
})
