import { describe, expect, it, test } from 'vitest'
import { catalog } from '#lib/providers/catalog'
import { publicCatalog } from '#lib/providers/public-catalog'
import { recognise } from '#lib/providers/recognise'
import { randomKey, randomLetters } from './random-key.ts'

const formats = catalog.flatMap(({ id, keyFormats }) =>
  keyFormats.filter(({ role }) => role === 'usable').map((format) => [id, format.kind, format] as const),
)
const usable = formats.filter(([, , { isShared, alsoOf }]) => !isShared && !alsoOf)
const sameCompany = formats.filter(([, , { alsoOf }]) => alsoOf)
const shared = formats.filter(([, , { isShared }]) => isShared)

describe('recognising a pasted value', () => {
  test.each(usable)('puts %s first for its %s', (id, kind, format) => {
    expect(recognise(randomKey(format), publicCatalog)[0]).toMatchObject({
      providerId: id,
      kind,
      role: 'usable',
      by: 'whole',
    })
  })

  test.each(shared)(
    'takes a value for %s’s %s, which others have too, only where the variable says so',
    (id, kind, format) => {
      const value = randomKey(format)
      const alone = recognise(value, publicCatalog)
      expect(alone.map(({ by }) => by)).not.toContain('whole')
      expect(alone.find(({ providerId }) => providerId === id)).toMatchObject({ kind, by: 'shared' })
      const variable = catalog.find((one) => one.id === id)?.variables[0]
      expect(recognise(value, publicCatalog, variable)[0]).toMatchObject({ providerId: id, kind, by: 'variable' })
      expect(recognise(value, publicCatalog, 'XROUTE_API_KEY')[0]).toMatchObject({ providerId: 'xroute' })
    },
  )

  test.each(sameCompany)(
    'names the company of %s for its %s, and its entry where the variable does',
    (id, _, format) => {
      const value = randomKey(format)
      expect([id, ...(format.alsoOf ?? [])]).toContain(recognise(value, publicCatalog)[0]?.providerId)
      const variable = catalog.find((one) => one.id === id)?.variables[0]
      expect(recognise(value, publicCatalog, variable)[0]).toMatchObject({ providerId: id, by: 'whole' })
    },
  )

  it('tells test keys from live ones', () => {
    expect(recognise(`rk_live_${randomLetters(24)}`, publicCatalog)[0]).toMatchObject({
      providerId: 'stripe',
      environment: 'live',
    })
  })

  it('still names the provider of a key that was cut off', () => {
    expect(recognise('sk-ant-api03-short', publicCatalog)[0]).toMatchObject({ providerId: 'anthropic', by: 'prefix' })
    expect(recognise('sk-or-v1-short', publicCatalog)[0]).toMatchObject({ providerId: 'openrouter', by: 'prefix' })
  })

  it('lets the value count more than the name of its variable, and the name decide where the value says nothing', () => {
    expect(recognise(`gsk_${randomLetters(52)}`, publicCatalog, 'OPENAI_API_KEY')[0]).toMatchObject({
      providerId: 'groq',
    })
    expect(recognise('plain-text', publicCatalog, 'STAGING_XROUTE_API_KEY')[0]).toMatchObject({
      providerId: 'xroute',
      by: 'variable',
    })
  })

  it('says nothing about what it does not know', () => {
    expect(recognise('hello', publicCatalog, 'GREETING')).toEqual([])
  })
})
