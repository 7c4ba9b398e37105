import { describe, expect, it, test } from 'vitest'
import { proofRequest } from '#lib/pairing/proof-request'
import { catalog, findProvider } from '#lib/providers/catalog'
import { matchesFormat } from '#lib/providers/matches-format'
import type { AnswerRule, KeyFormat } from '#lib/providers/provider'
import { publicCatalog } from '#lib/providers/public-catalog'
import type { Verdict } from '#lib/providers/verdict'
import { concludeFrom } from '../pairing/conclude-from.ts'
import { randomKey, randomLetters } from './random-key.ts'

const formats = catalog.flatMap((provider) => provider.keyFormats.map((format) => [provider, format] as const))
const rules = catalog.flatMap((provider) =>
  provider.answers.map((rule, index) => [provider.id, index, rule, provider] as const),
)

describe('the catalogue', () => {
  it('gives every provider an id of its own and finds it by that id', () => {
    expect(new Set(catalog.map(({ id }) => id)).size).toBe(catalog.length)
    for (const provider of catalog) expect(findProvider(provider.id)).toBe(provider)
    expect(findProvider('no-such-provider')).toBeUndefined()
  })

  it('names https addresses only, without a trailing slash', () => {
    for (const { baseUrl, proof, sites = [] } of catalog)
      for (const address of [baseUrl, proof.baseUrl, ...sites.map((site) => site.baseUrl)])
        if (address) expect(address).toMatch(/^https:\/\/[^/]+(\/[^/]+)*$/)
  })

  it('shows the browser plain JSON that holds no rule', () => {
    expect(JSON.parse(JSON.stringify(publicCatalog))).toEqual(publicCatalog)
    expect(JSON.stringify(publicCatalog)).not.toContain('"answers"')
  })
})

describe('forms of keys', () => {
  test.each(formats.map(([provider, format]) => [provider.id, format.kind, format] as const))(
    '%s: a %s fits its own form',
    (_, __, format) => {
      for (let i = 0; i < 20; i++) expect(matchesFormat(randomKey(format), format)).toBe(true)
    },
  )

  it('no provider takes a usable key of another for its own', () => {
    for (const [owner, format] of formats.filter(([, { role, isShared }]) => role === 'usable' && !isShared)) {
      const takers = catalog.filter(
        (other) =>
          other.id !== owner.id &&
          !format.alsoOf?.includes(other.id) &&
          other.keyFormats.some(
            (one) => one.role === 'usable' && !one.isShared && matchesFormat(randomKey(format), one),
          ),
      )
      expect(
        takers.map(({ id }) => id),
        `${format.kind} of ${owner.id}`,
      ).toEqual([])
    }
  })

  it('notices a key that lost its end or its beginning', () => {
    for (const [provider, format] of formats.filter(
      ([{ id }, { role, isShared }]) => role === 'usable' && !isShared && id !== 'stripe' && id !== 'slack',
    )) {
      const key = randomKey(format)
      const fits = (cut: string) => provider.keyFormats.some((one) => matchesFormat(cut, one))
      if (!isOpenAtItsEnd(format)) expect(fits(key.slice(0, -1)), `${format.kind} without its end`).toBe(false)
      if (!isOpenAtItsStart(format)) expect(fits(key.slice(1)), `${format.kind} without its beginning`).toBe(false)
      expect(fits(key.slice(0, 12)), `the first letters of ${format.kind}`).toBe(false)
    }
  })
})

describe('what each provider answers', () => {
  test.each(rules)('%s: rule %i reads its own documented answer', async (_, __, rule, provider) => {
    const { verdict, confidence, because } = await concludeFrom(provider, rule.example)
    expect({ verdict, because }).toMatchObject({ verdict: concluded(rule) })
    if (rule.source === 'unconfirmed') expect(confidence).toBe('possible')
  })

  test.each(
    rules.filter(([, , { verdict }]) => !['provider_outage', 'rate_limited', 'quota_or_billing'].includes(verdict)),
  )('%s: rule %i no longer decides once the provider fails or is too busy', async (_, __, rule, provider) => {
    expect((await concludeFrom(provider, { ...rule.example, status: 503 })).verdict).not.toBe(concluded(rule))
    expect((await concludeFrom(provider, { ...rule.example, status: 429 })).verdict).not.toBe(concluded(rule))
  })

  test.each(rules)('%s: rule %i no longer decides once its words are gone', async (_, __, rule, provider) => {
    const { verdict } = await concludeFrom(provider, { status: rule.example.status, body: { nothing: 'known' } })
    if (byStatusAlone(rule)) return
    expect(verdict).not.toBe(concluded(rule))
  })

  it('calls an unconfirmed fact no more than possible', () => {
    for (const [id, index, rule] of rules)
      if (rule.source === 'unconfirmed') expect(rule.confidence, `${id} ${index}`).toBe('possible')
  })
})

describe('where the secret goes', () => {
  test.each(catalog.map((provider) => [provider.id, provider] as const))(
    '%s: into the one place that its documentation names',
    (_, provider) => {
      const canary = `canary${randomLetters(30)}`
      const key = [...(provider.parts ?? []).slice(1).map(() => 'public'), canary].join(':')
      const target = { baseUrl: 'https://api.example.com', host: 'api.example.com', kind: 'custom' as const }
      const { url, headers = {}, body = '' } = proofRequest(provider, target, key, [])
      const holds = (text: string) => decoded(text).includes(canary)
      const places = [
        ...Object.values(headers).flatMap((value) => (holds(value) ? ['header'] : [])),
        ...(holds(new URL(url).pathname) ? ['path'] : []),
        ...(holds(new URL(url).search) ? ['query'] : []),
        ...(holds(body) ? ['body'] : []),
      ]
      // A signature is made with the secret, and holds none of it.
      expect(places).toEqual(provider.proof.scheme?.kind === 'aws' ? [] : [provider.proof.secretIn ?? 'header'])
    },
  )
})

function decoded(text: string): string {
  return text.startsWith('Basic ') ? Buffer.from(text.slice(6), 'base64').toString() : decodeURIComponent(text)
}

/** A length that varies there: what is missing cannot be seen. */
function isOpenAtItsEnd({ pattern }: KeyFormat): boolean {
  return /\{\d+,\d*\}\$$/.test(pattern.source) && !pattern.source.includes('T3BlbkFJ')
}

function isOpenAtItsStart({ pattern }: KeyFormat): boolean {
  return /^\^\[[^\]]+\]\{\d+,\d*\}/.test(pattern.source)
}

/** Alive but without a permission reads as limited until the permission is required. */
function concluded({ verdict }: AnswerRule): Verdict {
  return verdict === 'permission_missing' ? 'paired_limited' : verdict
}

/** What a status (or a header) alone decides, whatever the words. */
function byStatusAlone({ verdict, example, when }: AnswerRule): boolean {
  return (
    when.header !== undefined ||
    example.status === 429 ||
    example.status >= 500 ||
    example.status === 498 ||
    (example.status === 402 && verdict === 'quota_or_billing') ||
    verdict === 'unexpected_response' ||
    example.status === 410
  )
}
