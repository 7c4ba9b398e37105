import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeScrubber } from '#lib/outbound/scrub'

const secret = () => `zz-${randomBytes(24).toString('base64url')}/+="'&<é>`
const encodings: [string, (value: string) => string][] = [
  ['as it is', (value) => value],
  ['in upper case', (value) => value.toUpperCase()],
  ['in base64', (value) => Buffer.from(value).toString('base64')],
  ['in base64url', (value) => Buffer.from(value).toString('base64url')],
  ['in base64 after a name', (value) => Buffer.from(`user:${value}`).toString('base64')],
  ['in base64 between others', (value) => Buffer.from(`ab${value}cdefg`).toString('base64')],
  ['in hex', (value) => Buffer.from(value).toString('hex')],
  ['URL-encoded', encodeURIComponent],
  ['URL-encoded byte by byte', (value) => [...Buffer.from(value)].map((byte) => `%${byte.toString(16)}`).join('')],
  ['form-encoded', (value) => new URLSearchParams({ k: value }).toString()],
  ['JSON-escaped', (value) => JSON.stringify({ value })],
  [
    'HTML-escaped',
    (value) =>
      value
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;'),
  ],
]

describe('what is scrubbed', () => {
  it.each(encodings)('leaves nothing of a secret that comes back %s', (_name, encode) => {
    const value = secret()
    const encoded = encode(value)
    const clean = makeScrubber([value]).text(`before ${encoded} after`)
    expect(clean).toMatch(/^before .*after$/s)
    expect(clean).toContain('[redacted]')
    const inside = encoded.slice(12, -12)
    for (let at = 0; at + 12 <= inside.length; at++) expect(clean).not.toContain(inside.slice(at, at + 12))
  })

  it('cuts the first and the last twelve or more characters of a secret', () => {
    const value = randomBytes(30).toString('hex')
    const scrub = makeScrubber([value])
    expect(scrub.text(`starts ${value.slice(0, 20)}…`)).toBe('starts [redacted]…')
    expect(scrub.text(`ends …${value.slice(-15)}.`)).toBe('ends …[redacted].')
  })

  it('cuts a key of many lines, one line at a time', () => {
    const lines = [randomBytes(24).toString('base64'), randomBytes(24).toString('base64')]
    expect(makeScrubber([lines.join('\n')]).text(`got ${lines[1]}`)).toBe('got [redacted]')
  })

  it('reaches into nested values and names, and leaves a field called __proto__ a field', () => {
    const value = secret()
    const scrubbed = makeScrubber([value]).deep(JSON.parse(`{"__proto__":{"x":[${JSON.stringify(value)}]},"n":1}`))
    expect(JSON.stringify(scrubbed)).toBe('{"__proto__":{"x":["[redacted]"]},"n":1}')
  })

  it('leaves other text alone, and short everyday words', () => {
    expect(makeScrubber(['abc']).text('abc abc')).toBe('abc abc')
    fc.assert(fc.property(fc.string(), (text) => makeScrubber([`${'q'.repeat(30)}Z`]).text(text) === text))
  })

  it('never leaves a random secret standing in a random place', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6, maxLength: 80 }), fc.string(), fc.string(), (value, before, after) => {
        fc.pre(value.trim().length >= 6 && !'[redacted]'.includes(value.toLowerCase()))
        expect(makeScrubber([value]).text(before + value + after)).toContain('[redacted]')
      }),
    )
  })

  it('stays quick on a long text made to be slow', () => {
    const started = performance.now()
    makeScrubber(['a'.repeat(16_384)]).text('a'.repeat(65_536))
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
