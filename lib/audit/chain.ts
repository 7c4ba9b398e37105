import { createHash } from 'node:crypto'
import type { ChainKey } from './record.ts'

const BLOCK_BYTES = 64

/** Prepares the HMAC blocks of a key of at most 64 bytes. */
export function chainKey(key: Buffer): ChainKey {
  const padded = Buffer.alloc(BLOCK_BYTES)
  key.copy(padded)
  return { inner: padded.map((byte) => byte ^ 0x36) as Buffer, outer: padded.map((byte) => byte ^ 0x5c) as Buffer }
}

/** The code of one entry, as the database computes it: HMAC over the previous code, sequence, time and exact body. */
export function chainCode(key: ChainKey, previous: Buffer, seq: bigint, at: string, body: string): Buffer {
  const inner = createHash('sha256').update(key.inner).update(previous).update(`${seq}\n${at}\n${body}`).digest()
  return createHash('sha256').update(key.outer).update(inner).digest()
}
