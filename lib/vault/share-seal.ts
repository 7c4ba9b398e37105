import { hkdfSync } from 'node:crypto'
import { aadOf, decrypt, encrypt, KEY_BYTES } from './aead.ts'

/** Seals a value under a key that is made from the secret of a link: whoever holds the database alone opens nothing. */
export function sealForLink(secret: string, shareId: string, plaintext: string): Buffer {
  return encrypt(keyOf(secret, shareId), Buffer.from(plaintext, 'utf8'), aadOf(['share', shareId]))
}

/** The value; throws where the secret is not that of this link. */
export function openByLink(secret: string, shareId: string, sealed: Uint8Array): string {
  return decrypt(keyOf(secret, shareId), sealed, aadOf(['share', shareId])).toString('utf8')
}

function keyOf(secret: string, shareId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, shareId, 'claviger share', KEY_BYTES))
}
