import { describe, expect, it } from 'vitest'
import { createKeyring } from './create-keyring.ts'
import { fillPlaceholders } from './fill-placeholders.ts'
import { providers } from './providers/all.ts'
import type { Json } from './scenario.ts'

const verdicts =
  /^(paired|paired_limited|wrong_environment|key_invalid|key_expired|key_revoked|permission_missing|ip_not_allowed|region_blocked|account_suspended|quota_or_billing|rate_limited|model_not_found|base_url_wrong|api_version_unsupported|block_page|wrong_key_kind|clock_skew|provider_outage|unexpected_response|unknown)$/

describe('keys made in the lab', () => {
  const formats = providers.flatMap((provider) =>
    Object.entries(provider.formats).map(([kind, format]) => ({ id: provider.id, kind, format })),
  )

  it.each(formats)('looks like a real $id $kind key, and never the same twice', ({ id, kind, format }) => {
    const keyring = createKeyring(providers)
    const values = Array.from({ length: 20 }, () => keyring.issue(id, { kind }))
    for (const value of values) expect(value).toMatch(format.pattern)
    expect(new Set(values).size).toBe(20)
  })

  it('marks Stripe keys as live or test', () => {
    const keyring = createKeyring(providers)
    expect(keyring.issue('stripe', { environment: 'live' })).toMatch(/^sk_live_/)
    expect(keyring.issue('stripe', { kind: 'restricted' })).toMatch(/^rk_test_/)
  })

  it('refuses a provider, a kind, a scenario or a key that it does not know, and says which it knows', () => {
    const keyring = createKeyring(providers)
    expect(() => keyring.issue('nobody')).toThrow(/no provider "nobody".*openai/)
    expect(() => keyring.issue('openai', { kind: 'golden' })).toThrow(/no key kind "golden"/)
    expect(() => keyring.issue('openai', { scenario: 'sulking' })).toThrow(/no scenario "sulking".*rate_limited/)
    expect(() => keyring.set('not issued here', 'revoked')).toThrow(/not issued by the lab/)
  })

  it('knows a key only at the host that it was issued for', () => {
    const keyring = createKeyring(providers)
    const value = keyring.issue('openai')
    expect(keyring.find(value, 'api.openai.com')?.providerId).toBe('openai')
    expect(keyring.find(value, 'api.anthropic.com')).toBeUndefined()
  })

  it('takes back a key of an earlier lab, to answer as it did', () => {
    const value = createKeyring(providers).issue('openai')
    const keyring = createKeyring(providers)
    expect(keyring.find(value, 'api.openai.com')).toBeUndefined()
    keyring.issue('openai', { value, scenario: 'revoked' })
    expect(keyring.find(value, 'api.openai.com')?.scenario).toBe('revoked')
  })
})

describe('the data of the lab', () => {
  const scenarios = providers.flatMap((provider) =>
    provider.scenarios.map((scenario) => ({ id: provider.id, scenario })),
  )

  it.each(scenarios)('$id $scenario.name names a verdict of the closed list and its source', ({ scenario }) => {
    expect(scenario.expectedVerdict).toMatch(verdicts)
    expect(scenario.source).not.toBe('')
    if (scenario.expectedWhenRequired) expect(scenario.permission).toBeTruthy()
  })

  it('gives each scenario of a provider its own name', () => {
    for (const provider of providers) {
      const names = provider.scenarios.map((one) => one.name)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('never calls a key invalid for an outage, a rate limit or an answer that nobody gives', () => {
    const harmless = scenarios.filter(({ scenario }) => scenario.status >= 429 || scenario.source.startsWith('made up'))
    for (const { scenario } of harmless) expect(scenario.expectedVerdict).not.toMatch(/^key_/)
  })

  it('holds no key: everything that looks like one is made at run time', () => {
    const texts = JSON.stringify(
      providers.map(({ scenarios, noKey, notFound }) => [scenarios, noKey, notFound]) as Json,
    )
    expect(texts).not.toMatch(/sk-[A-Za-z0-9-]{20}|AIza[\w-]{30}|gh[pousr]_\w{30}|xox[bp]-\d/)
  })

  it('fills placeholders at any depth and refuses one that nobody knows', () => {
    expect(fillPlaceholders({ a: ['{{x}}', { b: 'to {{x}}' }], c: null }, { x: 'y' })).toEqual({
      a: ['y', { b: 'to y' }],
      c: null,
    })
    expect(() => fillPlaceholders('{{surprise}}', {})).toThrow(/surprise/)
  })
})
