import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { cleanValue } from '#lib/pairing/clean-value'
import { randomLetters } from '../providers/random-key.ts'

const key = `sk-${randomLetters(40)}`

const DIRTY: [what: string, value: string, kinds: string[]][] = [
  ['a line break at the end', `${key}\n`, ['line_break']],
  ['Windows line ends', `${key}\r\n`, ['line_break', 'line_break']],
  ['spaces around', `  ${key} `, ['space', 'space', 'space']],
  ['a tab', `\t${key}`, ['space']],
  ['a non-breaking space', `${key}\u00a0`, ['space']],
  ['a zero-width space inside', `${key.slice(0, 10)}\u200b${key.slice(10)}`, ['invisible']],
  ['a byte order mark', `\ufeff${key}`, ['invisible']],
  ['direction marks', `\u202a${key}\u202c`, ['invisible', 'invisible']],
  ['double quotes', `"${key}"`, ['quote', 'quote']],
  ['smart quotes', `“${key}”`, ['quote', 'quote']],
  ['backticks', `\`${key}\``, ['quote', 'quote']],
  ['one quote only', `'${key}`, ['quote']],
  ['Bearer before it', `Bearer ${key}`, ['wrapping']],
  ['a whole header', `Authorization: Bearer ${key}`, ['wrapping', 'wrapping']],
  ['NAME=', `OPENAI_API_KEY=${key}`, ['assignment']],
  ['export NAME= and quotes', `export OPENAI_API_KEY="${key}"`, ['assignment', 'quote', 'quote']],
  ['a line of JSON', `"apiKey": "${key}",`, ['assignment', 'quote', 'quote', 'wrapping']],
  ['several lines of a .env file', `# keys\nOPENAI_API_KEY=${key}\nOTHER=1`, ['assignment', 'assignment']],
  ['a wrapped line', `${key.slice(0, 20)}\n  ${key.slice(20)}`, ['line_break', 'space', 'space']],
  ['a dash that a word processor made', key.replace('-', '\u2013'), ['look_alike']],
  ['full-width letters', key.replace('s', '\uff53'), ['look_alike']],
  ['a null byte', `${key}\0`, ['control']],
  ['a soft hyphen', `${key.slice(0, 5)}\u00ad${key.slice(5)}`, ['invisible']],
]

describe('cleaning a pasted value', () => {
  test.each(DIRTY)('takes away %s', (_, value, kinds) => {
    const { cleaned, findings } = cleanValue(value)
    expect(cleaned).toBe(key)
    expect(findings.map(({ kind }) => kind).sort()).toEqual([...kinds].sort())
  })

  it('says which character stands where, counted from one', () => {
    expect(cleanValue(`abcd\u200bef`).findings).toEqual([
      { kind: 'invisible', name: 'zero-width space', codePoint: 'U+200B', position: 5 },
    ])
    expect(cleanValue(` “abc”`).findings.map(({ position }) => position)).toEqual([1, 2, 6])
  })

  it('keeps and reports a letter that only looks plain, instead of guessing', () => {
    const { cleaned, findings } = cleanValue('sk-аbc')
    expect(cleaned).toBe('sk-аbc')
    expect(findings).toMatchObject([{ kind: 'non_ascii', codePoint: 'U+0430', position: 4 }])
  })

  test.each(['abcdefgh==', 'secretkey==', '123456:AAbbCC-dd', 'sk_test_abc=def', 'a.b.c', 'AKIA+/x=', 'user:password'])(
    'leaves %s alone',
    (value) => {
      expect(cleanValue(value)).toEqual({ cleaned: value, findings: [] })
    },
  )

  it('leaves nothing of a value that is only spaces', () => {
    expect(cleanValue(' \n\t ').cleaned).toBe('')
  })

  it('never throws, finds nothing in what it cleaned, and ends on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const once = cleanValue(text)
        expect(/[\s\u200b-\u200f\ufeff]/.test(once.cleaned)).toBe(false)
        expect(once.findings.every(({ position }) => position >= 1 && position <= [...text].length)).toBe(true)
      }),
    )
  })

  it('is quick with the longest value that may be pasted', () => {
    const started = performance.now()
    cleanValue('\u200b "'.repeat(5_000))
    cleanValue(' '.repeat(16_384))
    cleanValue(`${'"'.repeat(8_192)}x`)
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})
