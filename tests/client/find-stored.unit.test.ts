import { createHmac, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeStoredFinder } from '#lib/client/find-stored'
import { catalog } from '#lib/providers/catalog'

const letters = (length: number) => randomBytes(length).toString('hex').slice(0, length)
/** One of every form of key but those that are JSON, and values that hold what separates words elsewhere. */
const VALUES = [
  ...catalog.flatMap(({ keyFormats }) => keyFormats.map(({ example }) => example(letters))),
  `a=b:${letters(20)}==`,
  `${letters(10)}/${letters(10)}+${letters(10)}=`,
].filter((value) => value.length >= 16 && !/[\s"']/.test(value))

const salt = randomBytes(32)
const finder = (value: string) =>
  makeStoredFinder({
    salt: salt.toString('hex'),
    items: [
      {
        digest: createHmac('sha256', salt).update(value).digest().subarray(0, 16).toString('hex'),
        project: 'assistant',
        environment: 'production',
        name: 'A_KEY',
      },
    ],
  })

const ENCODINGS: Record<string, (value: string) => string> = {
  'as it is': (value) => value,
  base64: (value) => Buffer.from(value).toString('base64'),
  'base64 with a line’s end inside': (value) => Buffer.from(`${value}\n`).toString('base64'),
  'base64 of a whole .env': (value) => Buffer.from(`# keys\nOTHER=x\nA_KEY="${value}"\n`).toString('base64'),
  'base64 of JSON': (value) => Buffer.from(JSON.stringify({ key: value, n: 1 })).toString('base64'),
  'base64 of base64': (value) => Buffer.from(Buffer.from(value).toString('base64')).toString('base64'),
  base64url: (value) => Buffer.from(value).toString('base64url'),
  hex: (value) => Buffer.from(value).toString('hex'),
  'percent-encoded': (value) => encodeURIComponent(value),
  'every byte percent-encoded': (value) => Buffer.from(value).toString('hex').replace(/../g, '%$&'),
  'escaped as in JSON': (value) => JSON.stringify(value).slice(1, -1).replaceAll('/', '\\/'),
  'escaped as in Java': (value) =>
    [...value].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
}
const CONTEXTS: Record<string, (written: string) => string> = {
  'a .env': (written) => `OPENAI_API_KEY=${written}`,
  'a quoted .env': (written) => `export OPENAI_API_KEY="${written}"`,
  code: (written) => `const client = new Client({ key: '${written}', retries: 3 })`,
  YAML: (written) => `  key: ${written}`,
  'a header': (written) => `curl -H "Authorization: Bearer ${written}" https://api.example.com`,
  'an address': (written) => `https://api.example.com/v1?key=${written}&limit=3`,
}

describe('stored values in files', () => {
  it.each(Object.keys(ENCODINGS))('are found %s, in whatever they stand', (encoding) => {
    const missed = VALUES.flatMap((value) => {
      const find = finder(value)
      return Object.entries(CONTEXTS).flatMap(([context, write]) => {
        const text = `nothing here\n${write(ENCODINGS[encoding]?.(value) ?? '')}\n`
        return find(text).some(({ line }) => line === 2) ? [] : [`${context}: ${text.split('\n')[1]}`]
      })
    })
    expect(missed).toEqual([])
  })

  it('are named and not quoted, and a line that says so is passed over', () => {
    const value = `sk-${letters(40)}`
    const [found] = finder(value)(`key = '${value}'`)
    expect(found).toEqual({
      line: 1,
      provider: 'assistant/production/A_KEY',
      says: 'the value of assistant/production/A_KEY, which Claviger holds',
    })
    expect(finder(value)(`key = '${value}' // claviger:allow`)).toEqual([])
    expect(finder(value)(`key = '${value.slice(0, -1)}'`)).toEqual([])
  })
})
