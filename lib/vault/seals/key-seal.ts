import { createHmac, hkdfSync } from 'node:crypto'
import { AppError } from '#lib/errors'
import { decrypt, encrypt, KEY_BYTES } from '../aead.ts'
import type { Seal } from './seal.ts'

/** A seal that holds its 32 bytes itself, from a file or the environment. */
export function keySeal(kind: 'file' | 'env', masterKey: Uint8Array): Seal {
  refuseWeak(masterKey)
  const wrapKey = Buffer.from(hkdfSync('sha256', masterKey, '', 'claviger/v1/seal', KEY_BYTES))
  const id = `${kind}:${createHmac('sha256', wrapKey).update('claviger/v1/seal-id').digest('hex').slice(0, 16)}`
  return {
    id,
    wrap: async (rootKey, aad) => encrypt(wrapKey, rootKey, aad),
    unwrap: async (wrapped, aad) => decrypt(wrapKey, wrapped, aad),
  }
}

/** 32 bytes of base64, from a setting or a file. */
export function parseMasterKey(text: string, from: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== KEY_BYTES || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(text.trim())) {
    throw new AppError('invalid', `${from} does not hold a master key: it must be 32 bytes in base64.`, {
      exitCode: 78,
    })
  }
  return key
}

function refuseWeak(key: Uint8Array): void {
  const distinct = new Set(key).size
  const counting = key.every((byte, index) => index === 0 || byte === ((key[index - 1] ?? 0) + 1) % 256)
  if (distinct < 8 || counting) {
    throw new AppError(
      'invalid',
      'This master key is a sample or a pattern, not a random one. Make one with: openssl rand -base64 32',
      { exitCode: 78 },
    )
  }
}
