import { describe, expect, it, test } from 'vitest'
import { checkKey } from '#lib/pairing/check-key'
import { proofRequest } from '#lib/pairing/proof-request'
import { algolia } from '#lib/providers/algolia'
import { randomLetters } from './random-key.ts'

const id = randomLetters(10).toUpperCase()
const key = randomLetters(32, 'hex')

describe('a key of Algolia, which is an application ID and a secret', () => {
  test.each([
    ['a piece of a .env', `ALGOLIA_APP_ID=${id}\nALGOLIA_API_KEY=${key}\n`],
    ['the same the other way round, quoted', `ALGOLIA_ADMIN_KEY="${key}"\nexport ALGOLIA_APP_ID="${id}"`],
    ['JSON', JSON.stringify({ applicationId: id, apiKey: key, index: 'products' })],
    ['options of a client', `{ appId: '${id}', apiKey: '${key}' }`],
    ['headers of a cURL', `-H 'X-Algolia-Application-Id: ${id}' -H 'X-Algolia-API-Key: ${key}'`],
    ['two lines', `${id}\n${key}\n`],
    ['two cells', `${id}\t${key}`],
  ])('is put together from %s', (_, pasted) => {
    expect(checkKey({ provider: algolia, value: pasted })).toMatchObject({
      cleaned: `${id}:${key}`,
      shape: 'match',
      findings: [],
    })
  })

  it('is left alone where it is whole already, or is something else', () => {
    for (const pasted of [`${id}:${key}`, `${id}:${key}\n`, key, id, 'hello', ''])
      expect(algolia.unpack?.(pasted)).toBeNull()
  })

  it('shows what surrounds a whole one', () => {
    expect(checkKey({ provider: algolia, value: `${id}:${key}\n` })).toMatchObject({
      cleaned: `${id}:${key}`,
      findings: [{ kind: 'line_break' }],
    })
  })

  test.each([
    ['the pair', `${id}:${key}`, 'https://api.example.com'],
    ['the base URL, where the key comes alone', key, `https://${id.toLowerCase()}-dsn.algolia.net`],
    ['the same without a suffix', key, `https://${id}.algolia.net`],
  ])('names the application by %s', (_, value, baseUrl) => {
    const target = { baseUrl, host: new URL(baseUrl).host, kind: 'custom' as const }
    const { headers, url } = proofRequest(algolia, target, value, [])
    expect(headers).toMatchObject({ 'x-algolia-application-id': id, 'x-algolia-api-key': key })
    expect(url).not.toContain(key)
  })

  it('knows the hosts of Algolia from others', () => {
    for (const host of [`${id}.algolia.net`, `${id.toLowerCase()}-dsn.algolia.net`, `${id}-2.algolianet.com`])
      expect(host).toMatch(algolia.address?.hosts ?? /^$/)
    for (const host of ['algolia.net', `${id}.algolia.net.example.com`, `${id}1.algolia.net`])
      expect(host).not.toMatch(algolia.address?.hosts ?? /^$/)
  })
})
