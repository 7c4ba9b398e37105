import { createHmac, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { compareVersions } from '#lib/value-proofs/compare-versions'
import { lengthClass, proveValue } from '#lib/value-proofs/prove-value'
import { readProof } from '#lib/value-proofs/read-proof'
import { randomKey } from '../support/random-key.ts'

const salt = randomBytes(32).toString('hex')
const [current, older] = [randomKey('sk-'), randomKey('sk-')]
const retiredAt = new Date('2026-11-10T10:00:00Z')
const versions = [
  { number: 2, value: current, state: 'current', retiredAt: null },
  { number: 1, value: older, state: 'previous', retiredAt },
]
const compare = (held: string, stored = versions) => {
  const proof = readProof(proveValue(held, salt))
  if (!proof) throw new Error('no proof')
  return compareVersions(stored, proof, { salt, variable: 'OPENAI_API_KEY', current: 2 })
}

describe('the value that the application holds', () => {
  it('is the current one', () => {
    expect(compare(current)).toMatchObject({ outcome: 'current', version: 2, hidden: null, replacedAt: null })
  })

  it('is an older one, with the time since when it is', () => {
    expect(compare(older)).toMatchObject({ outcome: 'older', version: 1, replacedAt: retiredAt.toISOString() })
    expect(compare(older).says).toContain('version 1, which was replaced on 2026-11-10')
  })

  it.each<[string, (value: string) => string]>([
    ['a line feed at its end', (value) => `${value}\n`],
    ['a Windows line break at its end', (value) => `${value}\r\n`],
    ['quotation marks around it', (value) => `"${value}"`],
    ['quotation marks around it and a line feed at its end', (value) => `'${value}'\n`],
    ['typographic quotation marks around it', (value) => `“${value}”`],
    ['“Bearer ” before it', (value) => `Bearer ${value}`],
    ['a byte order mark before it', (value) => `\ufeff${value}`],
    ['the name of its variable before it (OPENAI_API_KEY=)', (value) => `OPENAI_API_KEY=${value}`],
    ['its last character missing', (value) => value.slice(0, -1)],
  ])('is the same with %s', (hidden, dirty) => {
    expect(compare(dirty(current))).toMatchObject({ outcome: 'hidden_characters', version: 2, hidden })
    expect(compare(dirty(older))).toMatchObject({ outcome: 'hidden_characters', version: 1, hidden })
  })

  it('may be clean where the stored one is not', () => {
    const dirty = [{ number: 2, value: `${current}\n`, state: 'current', retiredAt: null }]
    expect(compare(current, dirty)).toMatchObject({ outcome: 'hidden_characters', version: 2 })
    expect(compare(`${current}\n`, dirty)).toMatchObject({ outcome: 'current' })
  })

  it('is another one, and nothing is told of it but whether it is about as long', () => {
    const compared = compare(randomKey('sk-'))
    expect(compared).toMatchObject({ outcome: 'other', version: null })
    expect(compared.says).toMatch(/none of the 2 versions stored here\. It is about as long as the current one/)
    expect(compare('short').says).toContain('not as long as')
  })
})

describe('what is pasted back', () => {
  const code = createHmac('sha256', salt).update(current).digest('hex')
  it.each([
    `${code} 48-63`,
    `HMAC-SHA2-256(stdin)= ${code}`,
    `(stdin)= ${code.toUpperCase()}\n`,
    `SHA2-256(stdin)= ${code}\r\n`,
  ])('is read from %j', (text) => {
    expect(readProof(text)?.digest.toString('hex')).toBe(code)
  })

  it.each(['', 'nothing', code.slice(1), `${code}${code}`, `${code} ${'0'.repeat(64)}`])('is no proof: %j', (text) => {
    expect(readProof(text)).toBeNull()
  })

  it('tells the length in classes only', () => {
    const classes = Array.from({ length: 600 }, (_, length) => lengthClass('x'.repeat(length)))
    expect([...new Set(classes)]).toEqual([
      '0-15',
      '16-31',
      '32-47',
      '48-63',
      '64-95',
      '96-127',
      '128-191',
      '192-255',
      '256-511',
      '512+',
    ])
  })
})
