import { describe, expect, it } from 'vitest'
import { catalog } from '#lib/providers/catalog'
import type { AnswerExample } from '#lib/providers/provider'
import type { Verdict } from '#lib/providers/verdict'
import { htmlPage } from './answer-cases/html-page.ts'
import { concludeFrom, providerOf } from './conclude-from.ts'

const cloudflare = { server: 'cloudflare', 'cf-ray': '8f1a2b3c4d5e6f70-FRA' }

/** Cloudflare's errors for callers that take JSON. */
const numbered = (status: number, error_code: number, title: string) => ({
  status,
  headers: cloudflare,
  body: { title: `Error ${error_code}: ${title}`, status, detail: title, error_code, cloudflare_error: true },
})

const EDGE: [Verdict, string, AnswerExample][] = [
  ['block_page', 'error 1020 in JSON', numbered(403, 1020, 'Access denied')],
  ['block_page', 'error 1010 in JSON', numbered(403, 1010, 'Access denied')],
  ['region_blocked', 'error 1009 in JSON', numbered(403, 1009, 'Country or region banned')],
  ['ip_not_allowed', 'error 1006 in JSON', numbered(403, 1006, 'Your IP address has been banned')],
  ['rate_limited', 'error 1015 in JSON', numbered(429, 1015, 'You are being rate limited')],
  ['block_page', 'error 1020 as text', { status: 403, headers: cloudflare, body: 'error code: 1020' }],
  ['region_blocked', 'error 1009 as text', { status: 403, headers: cloudflare, body: 'error code: 1009' }],
  [
    'region_blocked',
    'error 1009 as a page',
    {
      status: 403,
      headers: cloudflare,
      body: htmlPage('Access denied', 'Error 1009 has banned the country or region'),
    },
  ],
  [
    'block_page',
    'a challenge of Vercel’s firewall',
    { status: 429, headers: { 'x-vercel-mitigated': 'challenge' }, body: htmlPage('Security Checkpoint') },
  ],
  [
    'block_page',
    'an empty challenge of AWS WAF',
    { status: 202, headers: { 'x-amzn-waf-action': 'challenge' }, body: '' },
  ],
]

const NETWORK: [string, AnswerExample][] = [
  ['a sentence', { status: 403, body: 'Access to this site has been blocked by your network administrator.' }],
  ['another sentence', { status: 403, body: 'This website is blocked by your organization.' }],
  [
    'JSON that names a product',
    { status: 403, body: { error: 'blocked', message: 'Blocked by your organization’s Netskope policy' } },
  ],
  ['JSON without words for people', { status: 403, body: { block: true, reason: 'Zscaler policy' } }],
]

const OUTAGES: [string, AnswerExample][] = [
  ['Apache that cannot reach what is behind it', { status: 502, body: htmlPage('Proxy Error', 'Proxy Error: read') }],
  ['maintenance that speaks of signing in', { status: 503, body: htmlPage('Maintenance', 'Please sign in later.') }],
]

describe.each(catalog.map((provider) => [provider.id, provider] as const))('%s', (_, provider) => {
  it.each(EDGE)('reads %s from %s', async (verdict, _name, example) => {
    const conclusion = await concludeFrom(provider, example)
    expect(conclusion).toMatchObject({ verdict, confidence: 'likely' })
  })

  it.each(NETWORK)('takes %s of a filter for no word about the key', async (_name, example) => {
    expect(await concludeFrom(provider, example)).toMatchObject({ verdict: 'block_page', confidence: 'likely' })
  })

  it.each(OUTAGES)('takes %s for an outage', async (_name, example) => {
    expect(await concludeFrom(provider, example)).toMatchObject({ verdict: 'provider_outage', confidence: 'likely' })
  })
})

it('believes a provider that puts its own mark on words of a filter', async () => {
  const body = { error: { message: 'This site has been blocked', type: 'invalid_request_error' } }
  const conclusion = await concludeFrom(providerOf('openai'), { status: 403, headers: { 'x-request-id': 'r' }, body })
  expect(conclusion.verdict).not.toBe('block_page')
})

it('leaves an account that an administrator has blocked with its account', async () => {
  const body = { message: '403 Forbidden - Your account has been deactivated by your administrator.' }
  expect((await concludeFrom(providerOf('gitlab'), { status: 403, body })).verdict).toBe('account_suspended')
})

describe('a web page at an address of one’s own', () => {
  it('is taken for the server’s interface, where the base URL misses the API', async () => {
    for (const id of ['openai-compatible', 'vault'])
      expect(await concludeFrom(providerOf(id), { status: 200, body: htmlPage('Open WebUI') })).toMatchObject({
        verdict: 'base_url_wrong',
        confidence: 'likely',
      })
  })

  it('is a sign-in page where it says so', async () => {
    const body = htmlPage('Hotel', 'Please sign in to continue')
    expect((await concludeFrom(providerOf('vault'), { status: 200, body })).verdict).toBe('block_page')
  })
})

it('calls no key paired by a body that speaks of an error as well', async () => {
  for (const provider of catalog.filter(({ dialect }) => dialect === 'documented')) {
    const body = { object: 'list', data: [{ id: 'm', object: 'model', type: 'model' }], error: { message: 'no' } }
    expect((await concludeFrom(provider, { status: 200, body })).verdict, provider.id).not.toBe('paired')
  }
})
