import { type ReadLogOptions, readLog } from '#lib/log-reading/read-log'
import { LogReading } from '#lib/log-reading/schema'

/** Reads a text as a log that comes in one piece, or in pieces of so many bytes; the answer keeps to its schema. */
export async function readText(text: string | Uint8Array, options: ReadLogOptions & { pieces?: number } = {}) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  return LogReading.parse(await readLog(inPieces(bytes, options.pieces ?? bytes.length), options))
}

/** What a reading found, one line for each group: cause, confidence, source, other side. */
export function told({ groups }: LogReading): string[] {
  return groups.map(({ cause, confidence, source, providerId, target, count }) =>
    [cause, confidence, source, providerId ?? target ?? '-', ...(count > 1 ? [`×${count}`] : [])].join(' '),
  )
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
