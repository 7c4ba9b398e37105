import { makeCollector } from './collect-groups.ts'
import { type Decoded, decodeLog } from './decode-log.ts'
import { LOG_LIMITS, type LogLimits } from './limits.ts'
import { makeMasker } from './mask-text.ts'
import { recogniseRecord } from './recognise-record.ts'
import { type LogRecord, makeRecorder } from './record-lines.ts'
import type { LogReading } from './schema.ts'
import { makeLineSplitter } from './split-lines.ts'
import { makeStreamMemory } from './stream-memory.ts'

export interface ReadLogOptions {
  limits?: Partial<LogLimits>
  /** Values that must not come out in any form, whatever they look like. */
  knownSecrets?: readonly string[]
}

/** Longer pieces are worked through without letting anybody else have a turn. */
const BREATHE_EVERY_MS = 20

/**
 * Reads a log of any size as it streams in, and says what in it proves why a pairing failed. Never throws for what the
 * log holds; errors of the stream itself are the caller's. Every secret is masked before anything leaves.
 */
export async function readLog(
  chunks: AsyncIterable<Uint8Array>,
  { limits, knownSecrets = [] }: ReadLogOptions = {},
): Promise<LogReading> {
  const { maxBytes, maxLineLength, maxRecordLines } = { ...LOG_LIMITS, ...limits }
  const decoded: Decoded = { bytes: 0, truncated: false, notes: [] }
  const splitter = makeLineSplitter(maxLineLength)
  const recorder = makeRecorder(maxRecordLines)
  const collector = makeCollector(makeMasker(knownSecrets))
  const memory = makeStreamMemory(collector.add)
  let lines = 0
  let knownLines = 0

  function read(record: LogRecord | undefined): void {
    const recognised = record && recogniseRecord(record, memory.answered(record))
    if (!recognised) return
    const [opened, findings] = recognised
    memory.note(opened, findings)
    if (findings.length > 0) knownLines += opened.lines.length
  }

  let resumedAt = performance.now()
  for await (const text of decodeLog(chunks, maxBytes, decoded)) {
    for (const line of splitter.push(text)) {
      lines++
      read(recorder.push(line))
    }
    if (performance.now() - resumedAt > BREATHE_EVERY_MS) {
      await new Promise(setImmediate)
      resumedAt = performance.now()
    }
  }
  for (const line of splitter.end()) {
    lines++
    read(recorder.push(line))
  }
  for (const record of recorder.end()) read(record)
  memory.flush()
  const groups = collector.groups()
  return {
    bytes: decoded.bytes,
    lines,
    truncated: decoded.truncated,
    unknownLines: lines - knownLines,
    groups,
    notes: [...decoded.notes, ...notesOn(groups, decoded, maxBytes)],
  }
}

function notesOn(groups: LogReading['groups'], { truncated }: Decoded, maxBytes: number): string[] {
  const hasLocalTimes = groups.some(({ firstAt, lastAt }) => [firstAt, lastAt].some((at) => at && !at.endsWith('Z')))
  return [
    ...(truncated
      ? [`Reading ended before the log did: no more than ${maxBytes} bytes are read, and what follows was not.`]
      : []),
    ...(hasLocalTimes ? ['Some lines name no time zone; their times are given as they stand there.'] : []),
  ]
}
