/** What a backup is made of, in order: header, then table, rows…, end for each table, sequences, trailer. */
export const FRAME_KINDS = { header: 1, table: 2, rows: 3, end: 4, sequences: 5, trailer: 6 } as const
export type FrameKind = keyof typeof FRAME_KINDS

export interface Frame {
  kind: FrameKind
  payload: Buffer
  /** The frame as it stands in the file, for the hash over all of it. */
  bytes: Buffer
}

const HEAD_BYTES = 5
/** Far above what is ever written; a damaged length must not reserve gigabytes. */
const LIMIT_BYTES = 64 * 1024 * 1024

/** kind (u8) ‖ length of the payload (u32) ‖ payload */
export function encodeFrame(kind: FrameKind, payload: Buffer | object): Buffer {
  const body = Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload))
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeUInt8(FRAME_KINDS[kind])
  head.writeUInt32BE(body.length, 1)
  return Buffer.concat([head, body])
}

/** Cuts a stream into frames; throws on an unknown kind, an absurd length and an end in the middle. */
export async function* decodeFrames(stream: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let pending: Buffer[] = []
  let size = 0
  let wanted = HEAD_BYTES
  for await (const chunk of stream) {
    pending.push(chunk)
    size += chunk.length
    if (size < wanted) continue
    let bytes = Buffer.concat(pending)
    while (bytes.length >= HEAD_BYTES) {
      const end = HEAD_BYTES + payloadLength(bytes)
      if (bytes.length < end) break
      yield { kind: kindOf(bytes), payload: bytes.subarray(HEAD_BYTES, end), bytes: bytes.subarray(0, end) }
      bytes = bytes.subarray(end)
    }
    wanted = bytes.length < HEAD_BYTES ? HEAD_BYTES : HEAD_BYTES + payloadLength(bytes)
    pending = [bytes]
    size = bytes.length
  }
  if (size > 0) throw new Error('ends in the middle of a frame')
}

function kindOf(bytes: Buffer): FrameKind {
  const kind = (Object.keys(FRAME_KINDS) as FrameKind[]).find((name) => FRAME_KINDS[name] === bytes[0])
  if (!kind) throw new Error(`unknown frame ${bytes[0]}`)
  return kind
}

function payloadLength(bytes: Buffer): number {
  const length = bytes.readUInt32BE(1)
  if (length > LIMIT_BYTES) throw new Error(`frame of ${length} bytes`)
  return length
}
