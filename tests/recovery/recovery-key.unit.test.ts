import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastGroupOf, makeRecoveryKey, parseRecoveryKey, printRecoveryKey } from '#lib/recovery/recovery-key'
import { lastGroupIn, unwrapForRecovery, wrapForRecovery } from '#lib/recovery/recovery-wrap'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('a printed recovery key', () => {
  it('reads back, in any case and with spaces for dashes', () => {
    fc.assert(
      fc.property(key, (bytes) => {
        const printed = printRecoveryKey(bytes)
        expect(printed).toMatch(/^CLVR(-[0-9A-HJKMNP-TV-Z]{5}){12}$/)
        for (const typed of [
          printed,
          ` ${printed.toLowerCase().replaceAll('-', ' ')}\n`,
          printed.slice(5),
          printed.replaceAll('0', 'o').replaceAll('1', 'l'),
        ]) {
          expect(parseRecoveryKey(typed)).toEqual(Buffer.from(bytes))
        }
      }),
    )
  })

  it('is refused when one character differs, is missing or doubled, or two are swapped', () => {
    fc.assert(
      fc.property(key, fc.nat(), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (bytes, n, other) => {
        const text = printRecoveryKey(bytes).replaceAll('-', '').slice(4)
        const at = n % text.length
        const wrong = [
          text.slice(0, at) + other + text.slice(at + 1),
          text.slice(0, at) + text.slice(at + 1),
          text.slice(0, at) + text[at] + text.slice(at),
          text.slice(0, at) + (text[at + 1] ?? '') + text[at] + text.slice(at + 2),
        ]
        for (const typed of wrong.filter((each) => each !== text)) {
          expect(() => parseRecoveryKey(typed)).toThrow('not a recovery key as it was printed')
        }
      }),
    )
  })

  it('ends with a group that proves the copy and tells nothing of the key', () => {
    const bytes = makeRecoveryKey()
    expect(printRecoveryKey(bytes).slice(-5)).toBe(lastGroupOf(bytes))
    expect(lastGroupIn(wrapForRecovery(bytes, 1, Buffer.alloc(32, 7)))).toBe(lastGroupOf(bytes))
  })
})

describe('a root key under a recovery key', () => {
  it('opens with that recovery key and for that version alone, and not after a flipped bit', () => {
    const [recoveryKey, rootKey] = [makeRecoveryKey(), makeRecoveryKey()]
    const wrapped = wrapForRecovery(recoveryKey, 3, rootKey)
    expect(unwrapForRecovery(recoveryKey, 3, wrapped)).toEqual(rootKey)
    expect(() => unwrapForRecovery(makeRecoveryKey(), 3, wrapped)).toThrow()
    expect(() => unwrapForRecovery(recoveryKey, 4, wrapped)).toThrow()
    const damaged = Uint8Array.from(wrapped)
    damaged[20] = (damaged[20] ?? 0) ^ 1
    expect(() => unwrapForRecovery(recoveryKey, 3, damaged)).toThrow()
  })
})
