import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { isUnreadable, SNIFF_BYTES, sniff } from './sniff.ts'

/** However large the pieces are that come in, what goes on is worked through in a few milliseconds. */
const PIECE_BYTES = 64 * 1024

/** What was read so far, filled in as the text is taken. */
export interface Decoded {
  bytes: number
  truncated: boolean
  notes: string[]
}

/**
 * The text of a log, piece by piece: gunzipped where it is gzip, decoded from UTF-8 or UTF-16, and never more than
 * `maxBytes` of it. The source is closed when the limit is reached, however much more it would bring.
 */
export async function* decodeLog(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  decoded: Decoded,
): AsyncGenerator<string> {
  const { start, rest } = await peek(chunks)
  const encoding = sniff(start)
  if (isUnreadable(encoding)) {
    decoded.notes.push(`This is a file of the form ${encoding}, not text, so nothing was read. Unpack it first.`)
    await rest.return?.()
    return
  }
  if (encoding === 'gzip') yield* decodeGzip(replay(start, rest), maxBytes, decoded)
  else yield* decodeText(replay(start, rest), encoding, maxBytes, decoded)
}

async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be',
  maxBytes: number,
  decoded: Decoded,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) {
    const kept = chunk.subarray(0, maxBytes - decoded.bytes)
    decoded.bytes += kept.length
    for (let at = 0; at < kept.length; at += PIECE_BYTES)
      yield decoder.decode(kept.subarray(at, at + PIECE_BYTES), { stream: true })
    if (kept.length < chunk.length) {
      decoded.truncated = true
      return
    }
  }
  yield decoder.decode()
}

/** Each packed chunk is unpacked as it comes, so that a bomb ends at the limit like any other text. */
async function* decodeGzip(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  decoded: Decoded,
): AsyncGenerator<string> {
  const gunzip = createGunzip()
  const source = Readable.from(chunks)
  source.once('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  const unpacked = gunzip[Symbol.asyncIterator]()
  try {
    const first = await unpacked.next()
    if (first.done) return
    const { start, rest } = { start: Buffer.from(first.value), rest: unpacked }
    const inner = sniff(start)
    const encoding = inner === 'utf-16le' || inner === 'utf-16be' ? inner : 'utf-8'
    yield* decodeText(replay(start, rest), encoding, maxBytes, decoded)
  } catch (error) {
    if (!isZlibError(error)) throw error
    decoded.truncated = true
    decoded.notes.push('The gzip data is damaged or ends early; what came before that was read.')
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))
}

/** Enough of the start to know the encoding by; chunks may be as small as a byte. */
async function peek(chunks: AsyncIterable<Uint8Array>) {
  const rest = chunks[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  let length = 0
  while (length < SNIFF_BYTES) {
    const { done, value } = await rest.next()
    if (done) break
    parts.push(value)
    length += value.length
  }
  return { start: Buffer.concat(parts), rest }
}

async function* replay(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (start.length > 0) yield start
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
