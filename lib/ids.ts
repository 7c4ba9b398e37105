import { randomFillSync } from 'node:crypto'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

const ID = new RegExp(`^[a-z]{2,5}_[${ALPHABET}]{26}$`)

/** Whether a text has the form of our ids, as opposed to whatever else people put into an address. */
export function isId(text: string): boolean {
  return ID.test(text)
}

const BYTES = 16
/** Drawn many at a time: one by one they would cost more than all the rest of an id. Never given out twice. */
const pool = Buffer.alloc(BYTES * 256)
let drawn = pool.length

function randomBytes(): Buffer {
  if (drawn === pool.length) {
    randomFillSync(pool)
    drawn = 0
  }
  drawn += BYTES
  return pool.subarray(drawn - BYTES, drawn)
}

/** A new opaque id: prefix, then 48 bits of milliseconds and 80 random bits, so that ids sort by their making. */
export function newId(prefix: string): string {
  const bytes = randomBytes()
  bytes.writeUIntBE(Date.now(), 0, 6)
  let bits = 0
  let buffer = 0
  let text = ''
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(buffer >> bits) & 31]
      buffer &= (1 << bits) - 1
    }
  }
  return `${prefix}_${text}${ALPHABET[(buffer << (5 - bits)) & 31]}`
}
