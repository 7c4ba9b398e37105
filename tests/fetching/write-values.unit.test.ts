import { execFileSync } from 'node:child_process'
import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requireVariableNames, writeValues } from '#lib/fetching/write-values'
import { parseDotenv } from '#lib/imports/parse-dotenv'

const HARD = [
  'plain',
  '',
  ' spaces around ',
  "it's",
  '"quoted"',
  '$HOME and ${HOME} and $(id) and `id`',
  'back\\slash \\n \\t',
  '# no comment',
  'a=b',
  '-----BEGIN KEY-----\nMIIB\n-----END KEY-----\n',
  'ünïcödé ключ 鍵',
  '!bang *glob? [x] ~',
]
const valuesOf = (texts: string[]) =>
  Object.fromEntries(texts.map((value, index) => [`VALUE_${index}`, { value, version: 1 }]))

describe('values as assignments', () => {
  it.each(['sh', 'bash'])('come back from a real %s as they were', (shell) => {
    const script = `${writeValues(valuesOf(HARD), 'shell')}\nfor i in ${HARD.map((_, index) => index).join(' ')}; do eval "printf '%s\\0' \\"\\$VALUE_$i\\""; done`
    const output = execFileSync(shell, ['-c', script], { encoding: 'utf8' })
    expect(output.split('\0').slice(0, -1)).toEqual(HARD)
  })

  it('come back from Node’s reader of .env files and from ours as they were', () => {
    const expressible = HARD.filter((value) => !value.includes('`') || !/['"]/.test(value))
    const text = writeValues(valuesOf(expressible), 'dotenv')
    expect(parseEnv(text)).toEqual(Object.fromEntries(expressible.map((value, index) => [`VALUE_${index}`, value])))
    expect(parseDotenv(text).map(({ value }) => value)).toEqual(expressible)
  })

  it('are never written as something else: what no .env can say is refused, without being said back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (value) => {
        let text: string
        try {
          text = writeValues({ NAME: { value, version: 1 } }, 'dotenv')
        } catch (error) {
          expect(String(error)).toContain('no .env can say')
          return
        }
        expect(parseEnv(text).NAME).toBe(value)
      }),
      { numRuns: 2000 },
    )
    const mixed = `canary'"\``
    expect(() => writeValues({ NAME: { value: mixed, version: 1 } }, 'dotenv')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('canary') }),
    )
  })

  it('have names that a shell takes, or are refused before anything is opened', () => {
    expect(() => requireVariableNames(['GOOD', '_ok', 'not-good', '9TH'])).toThrow(/not-good, 9TH/)
  })
})
