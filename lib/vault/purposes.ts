import { hkdfSync } from 'node:crypto'
import { KEY_BYTES } from './aead.ts'

/** Never one key for two purposes: each is derived from the root key under its own name. */
export type Purpose = 'wrap' | 'fingerprint' | 'audit-chain' | 'canary' | 'session' | 'server-action' | 'cursor'

export function purposeKey(rootKey: Uint8Array, purpose: Purpose, id = ''): Buffer {
  return Buffer.from(hkdfSync('sha256', rootKey, '', `claviger/v1/${purpose}/${id}`, KEY_BYTES))
}
