import { createCipheriv, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aadOf, decrypt, encrypt, OVERHEAD_BYTES } from '#lib/vault/aead'

const key = randomBytes(32)
const bytes = fc.uint8Array({ maxLength: 300 })

describe('authenticated encryption', () => {
  it('gives back exactly what went in, of any length', () => {
    fc.assert(
      fc.property(bytes, bytes, (plaintext, aad) => {
        expect(decrypt(key, encrypt(key, plaintext, aad), aad)).toEqual(Buffer.from(plaintext))
      }),
    )
  })

  it('refuses a text with any one bit flipped: nonce, ciphertext or tag', () => {
    const sealed = encrypt(key, Buffer.from('a value'), Buffer.from('aad'))
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const altered = Buffer.from(sealed)
      altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(() => decrypt(key, altered, Buffer.from('aad'))).toThrow()
    }
  })

  it('refuses every shorter text, so that no shorter tag is ever accepted', () => {
    const sealed = encrypt(key, randomBytes(40), Buffer.alloc(0))
    for (let length = 0; length < sealed.length; length++) {
      expect(() => decrypt(key, sealed.subarray(0, length), Buffer.alloc(0))).toThrow()
    }
  })

  it.each([4, 8, 12, 13, 14, 15])('refuses a true tag of %i bytes', (authTagLength) => {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength })
    const body = Buffer.concat([cipher.update(randomBytes(64)), cipher.final()])
    expect(() => decrypt(key, Buffer.concat([nonce, body, cipher.getAuthTag()]), Buffer.alloc(0))).toThrow()
  })

  it('refuses another key and other additional data', () => {
    const sealed = encrypt(key, Buffer.from('x'), Buffer.from('a'))
    expect(() => decrypt(randomBytes(32), sealed, Buffer.from('a'))).toThrow()
    expect(() => decrypt(key, sealed, Buffer.from('b'))).toThrow()
    expect(() => decrypt(key.subarray(0, 16), sealed, Buffer.from('a'))).toThrow()
  })

  it('never uses a nonce twice, and adds a fixed length', () => {
    const sealed = Array.from({ length: 2000 }, () => encrypt(key, Buffer.from('same'), Buffer.alloc(0)))
    expect(new Set(sealed.map((text) => text.subarray(0, 12).toString('hex'))).size).toBe(2000)
    expect(new Set(sealed.map((text) => text.length))).toEqual(new Set([OVERHEAD_BYTES + 4]))
  })

  // NIST SP 800-38D, test case 16 of the GCM specification: 256-bit key, 96-bit nonce, 128-bit tag.
  it('opens a published vector', () => {
    const hex = (text: string) => Buffer.from(text, 'hex')
    const sealed = hex(
      'cafebabefacedbaddecaf888522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b',
    )
    const published = hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308')
    const plaintext = decrypt(published, sealed, hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'))
    expect(plaintext.toString('hex')).toBe(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    )
  })
})

describe('additional data', () => {
  it('is the same for two lists only when they are the same list', () => {
    const list = fc.array(fc.oneof(fc.string({ maxLength: 6 }), fc.nat(99)), { maxLength: 5 })
    fc.assert(
      fc.property(list, list, (a, b) => {
        expect(aadOf(a).equals(aadOf(b))).toBe(JSON.stringify(a.map(String)) === JSON.stringify(b.map(String)))
      }),
    )
    expect(aadOf(['ab', 'c'])).not.toEqual(aadOf(['a', 'bc']))
  })
})
