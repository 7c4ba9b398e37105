import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What a secret of ours is for: a personal access token, a scoped key, an invitation, the first admin's set-up, a link that opens once, a calendar. */
export type BearerKind = 'pat' | 'key' | 'inv' | 'setup' | 'shr' | 'cal'

export interface Bearer {
  /** Shown once, to whoever asked for it. */
  secret: string
  /** SHA-256: all that is kept. Of 256 random bits, so that nothing slower is needed. */
  hash: Uint8Array<ArrayBuffer>
  /** The last four characters, to tell secrets apart. */
  tail: string
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const RANDOM_CHARS = 43
const CHECKSUM_CHARS = 6

/** A new `clv_<kind>_` secret: 256 random bits and a checksum, in base 62, so that scanners recognise one offline. */
export function mintBearer(kind: BearerKind): Bearer {
  const random = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), RANDOM_CHARS)
  const secret = `clv_${kind}_${random}${checksum(kind, random)}`
  return { secret, hash: sha256(secret), tail: secret.slice(-4) }
}

/** The hash to look a secret up by; null for what was never one of that kind, which needs no database to tell. */
export function hashBearer(kind: BearerKind, secret: string): Uint8Array<ArrayBuffer> | null {
  const prefix = `clv_${kind}_`
  if (!secret.startsWith(prefix) || secret.length !== prefix.length + RANDOM_CHARS + CHECKSUM_CHARS) return null
  const random = secret.slice(prefix.length, -CHECKSUM_CHARS)
  return secret.slice(-CHECKSUM_CHARS) === checksum(kind, random) ? sha256(secret) : null
}

function checksum(kind: BearerKind, random: string): string {
  return base62(BigInt(crc32(`clv_${kind}_${random}`)), CHECKSUM_CHARS)
}

function base62(value: bigint, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest /= 62n) text = ALPHABET.charAt(Number(rest % 62n)) + text
  return text
}

function sha256(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(text).digest())
}
