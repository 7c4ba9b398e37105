import { hkdfSync } from 'node:crypto'
import { aadOf, decrypt, encrypt, KEY_BYTES } from '#lib/vault/aead'
import { lastGroupOf } from './recovery-key.ts'

const MAGIC = Buffer.from('CLR1')
const HEAD_BYTES = MAGIC.length + 5

/** magic ‖ last group of the printed key ‖ root key under the recovery key */
export function wrapForRecovery(
  recoveryKey: Uint8Array,
  version: number,
  rootKey: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const sealed = encrypt(wrapKeyOf(recoveryKey), rootKey, aadOfRecovery(version))
  return new Uint8Array(Buffer.concat([MAGIC, Buffer.from(lastGroupOf(recoveryKey)), sealed]))
}

/** Throws when it was wrapped under another recovery key, or damaged. */
export function unwrapForRecovery(recoveryKey: Uint8Array, version: number, wrapped: Uint8Array): Buffer {
  return decrypt(wrapKeyOf(recoveryKey), wrapped.subarray(HEAD_BYTES), aadOfRecovery(version))
}

/** The last group of the recovery key that made this, for asking whether it was written down. */
export function lastGroupIn(wrapped: Uint8Array): string {
  return Buffer.from(wrapped.subarray(MAGIC.length, HEAD_BYTES)).toString('latin1')
}

function wrapKeyOf(recoveryKey: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', recoveryKey, '', 'claviger/v1/recovery', KEY_BYTES))
}

const aadOfRecovery = (version: number) => aadOf(['root-key-recovery', version])
