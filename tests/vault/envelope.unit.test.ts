import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Place } from '#lib/vault/envelope'
import { makeKeyring } from '#lib/vault/keyring'

const rootKey = randomBytes(32)
const keyring = makeKeyring('file:test', new Map([[1, rootKey]]))
const place: Place = {
  purpose: 'key-version',
  projectId: 'prj_a',
  environmentId: 'env_a',
  keyId: 'key_a',
  version: 1,
  field: 'value',
}
const elsewhere: [string, Partial<Place>][] = [
  ['project', { projectId: 'prj_b' }],
  ['environment', { environmentId: 'env_b' }],
  ['key', { keyId: 'key_b' }],
  ['version', { version: 2 }],
  ['field', { field: 'notes' }],
]

describe('a sealed value', () => {
  it('opens to exactly what was sealed, of any text up to 16 KiB', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 500 }),
      fc.constant('x'.repeat(16_384)),
      fc.constant(''),
    )
    fc.assert(
      fc.property(text, (value) => {
        expect(keyring.open(place, keyring.seal(place, value))).toBe(value)
      }),
    )
  })

  it.each(elsewhere)('does not open in another %s', (_, change) => {
    const sealed = keyring.seal(place, 'a value')
    expect(() => keyring.open({ ...place, ...change }, sealed)).toThrow(/does not open: its row was damaged or moved/)
  })

  it('does not open where the ids were split at another place', () => {
    const sealed = keyring.seal({ ...place, environmentId: 'env_a1', keyId: '2' }, 'a value')
    expect(() => keyring.open({ ...place, environmentId: 'env_a', keyId: '12' }, sealed)).toThrow()
  })

  it('does not open with any one byte changed, cut or added, and the sentence holds nothing of it', () => {
    const sealed = keyring.seal(place, 'a value')
    for (let at = 0; at < sealed.length; at++) {
      const altered = Buffer.from(sealed)
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at)
      expect(() => keyring.open(place, altered)).toThrow()
      expect(() => keyring.open(place, sealed.subarray(0, at))).toThrow()
    }
    expect(() => keyring.open(place, Buffer.concat([sealed, Buffer.from([0])]))).toThrow(/damaged or moved/)
  })

  it('does not open with the data key of another value', () => {
    const [one, two] = [keyring.seal(place, 'one'), keyring.seal(place, 'two')]
    const header = 8 + 60
    expect(() => keyring.open(place, Buffer.concat([one.subarray(0, header), two.subarray(header)]))).toThrow()
  })

  it('names a root key that this installation does not hold', () => {
    const newer = makeKeyring(
      'file:test',
      new Map([
        [1, rootKey],
        [2, randomBytes(32)],
      ]),
    )
    expect(() => keyring.open(place, newer.seal(place, 'a value'))).toThrow(
      /root key 2, which this installation does not hold/,
    )
    expect(newer.open(place, keyring.seal(place, 'older'))).toBe('older')
  })

  it('looks different every time, and nothing of the value shows', () => {
    const [one, two] = [keyring.seal(place, 'a value'), keyring.seal(place, 'a value')]
    expect(one.equals(two)).toBe(false)
    expect(one.includes('a value')).toBe(false)
  })
})

describe('a fingerprint', () => {
  it('is equal for equal values alone, and another one in another installation', () => {
    const other = makeKeyring('file:other', new Map([[1, randomBytes(32)]]))
    expect(keyring.fingerprint('a')).toBe(keyring.fingerprint('a'))
    expect(keyring.fingerprint('a')).not.toBe(keyring.fingerprint('a '))
    expect(keyring.fingerprint('a')).not.toBe(other.fingerprint('a'))
  })
})

describe('derived keys', () => {
  it('are never one key for two purposes', () => {
    const keys = (['session', 'server-action', 'cursor'] as const).map((purpose) =>
      keyring.derive(purpose).toString('hex'),
    )
    expect(new Set([...keys, rootKey.toString('hex')]).size).toBe(4)
  })
})
