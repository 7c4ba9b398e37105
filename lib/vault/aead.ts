import { createCipheriv, createDecipheriv, createSecretKey, KeyObject, randomBytes } from 'node:crypto'

/** AES-256-GCM with one fixed profile: 32-byte keys, random 96-bit nonces, 128-bit tags. Nothing else is accepted. */
const ALGORITHM = 'aes-256-gcm'
export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const LENGTH_BYTES = 4
export const OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES

/** nonce ‖ ciphertext ‖ tag */
export function encrypt(key: Uint8Array | KeyObject, plaintext: Uint8Array, aad: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, secretKey(key), nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(aad)
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()])
}

/** The plaintext, only after its tag was checked; throws on anything that was not made by `encrypt` with this key and AAD. */
export function decrypt(key: Uint8Array | KeyObject, sealed: Uint8Array, aad: Uint8Array): Buffer {
  if (sealed.length < OVERHEAD_BYTES) throw new Error('ciphertext too short')
  const decipher = createDecipheriv(ALGORITHM, secretKey(key), sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(aad)
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  const head = decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES))
  // In this mode nothing is left for the end but the check of the tag.
  decipher.final()
  return head
}

/** Bytes given to a cipher as they are cost three times as much as the same bytes made a key before: measured on Node.js 24. */
function secretKey(key: Uint8Array | KeyObject): KeyObject {
  return key instanceof KeyObject ? key : createSecretKey(key)
}

/** Length-prefixed list, so that no two different lists give the same bytes. */
export function aadOf(parts: readonly (string | number)[]): Buffer {
  const texts = parts.map(String)
  const length = texts.reduce((sum, text) => sum + LENGTH_BYTES + Buffer.byteLength(text), 0)
  const list = Buffer.alloc(length)
  let at = 0
  for (const text of texts) {
    const bytes = list.write(text, at + LENGTH_BYTES)
    list.writeUInt32BE(bytes, at)
    at += LENGTH_BYTES + bytes
  }
  return list
}
