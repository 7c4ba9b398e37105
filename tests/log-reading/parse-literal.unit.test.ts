import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLiteral } from '#lib/log-reading/parse-literal'

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('record'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  record: fc.dictionary(fc.string({ unit: fc.constantFrom(...'abcdefgh_'), minLength: 1 }), tie('value'), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
})).record

describe('literals in a log', () => {
  it('reads JSON, however it is laid out', () => {
    fc.assert(
      fc.property(plain, fc.constantFrom(0, 2), (value, indent) => {
        expect(parseLiteral(JSON.stringify(value, null, indent), 0)?.value).toEqual(value)
      }),
    )
  })

  it('reads what Node prints of an object', () => {
    fc.assert(
      fc.property(plain, (value) => {
        const printed = inspect(value, { depth: 20, breakLength: 60, maxStringLength: null })
        expect(parseLiteral(printed, 0)?.value).toEqual(value)
      }),
    )
  })

  it('reads what Python prints of a dictionary', () => {
    const printed = `{'error': {'message': "it's over", 'param': None, 'codes': [401, True], 'text': 'a\\'b\\u00e9\\n'}}`
    expect(parseLiteral(`x - ${printed} and more`, 4)).toEqual({
      value: { error: { message: "it's over", param: null, codes: [401, true], text: "a'bé\n" } },
      end: 4 + printed.length,
    })
  })

  it('gives up on what is none of them, and never throws', () => {
    expect(parseLiteral("{'a': 'never closed", 0)).toBeNull()
    expect(parseLiteral('['.repeat(1000), 0)).toBeNull()
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]:,"\'\\ab1 \n') }), (text) => void parseLiteral(text, 0)),
    )
  })
})
