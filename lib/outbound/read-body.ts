import { Readable } from 'node:stream'
import { constants, createGunzip } from 'node:zlib'

export interface Body {
  bytes: Buffer
  /** There was, or would have been, more. */
  truncated: boolean
}

/** Collects a stream up to a number of bytes, or until the signal aborts it; what comes after is not read. */
export async function readBody(stream: Readable, limitBytes: number, signal?: AbortSignal): Promise<Body> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream) {
      chunks.push(chunk)
      size += chunk.length
      if (size > limitBytes) break
    }
  } catch (error) {
    if (!signal?.aborted) throw error
  }
  const truncated = size > limitBytes || (signal?.aborted ?? false)
  return { bytes: Buffer.concat(chunks).subarray(0, limitBytes), truncated }
}

/** Unpacks gzip up to a number of bytes, however small it was packed. Null when it is not gzip at all. */
export async function gunzip(packed: Buffer, limitBytes: number): Promise<Body | null> {
  const unpacked = Readable.from([packed]).pipe(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }))
  return readBody(unpacked, limitBytes).catch(() => null)
}
