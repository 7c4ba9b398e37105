/** What the first bytes of a file say about how to read it. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gzip' | UnreadableForm
export type UnreadableForm = 'zip' | 'zstd' | 'xz' | 'bzip2' | 'sqlite' | 'pdf'

const MAGIC: readonly [Encoding, number[]][] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['sqlite', [...Buffer.from('SQLite format 3')]],
  ['pdf', [...Buffer.from('%PDF-')]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
const LOOKED_AT = 512

/** The most bytes that any mark takes. */
export const SNIFF_BYTES = 16

/** How to read what begins like this. UTF-16 without a mark shows by the NUL in every other byte. */
export function sniff(start: Uint8Array): Encoding {
  const found = MAGIC.find(([, bytes]) => bytes.every((byte, index) => start[index] === byte))
  if (found) return found[0]
  const looked = start.subarray(0, LOOKED_AT - (start.length % 2))
  const zeros = [0, 0]
  for (const [index, byte] of looked.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const half = looked.length / 2
  if (looked.length >= 8 && odd > half * 0.7 && even < half * 0.1) return 'utf-16le'
  if (looked.length >= 8 && even > half * 0.7 && odd < half * 0.1) return 'utf-16be'
  return 'utf-8'
}

export function isUnreadable(encoding: Encoding): encoding is UnreadableForm {
  return !['utf-8', 'utf-16le', 'utf-16be', 'gzip'].includes(encoding)
}
