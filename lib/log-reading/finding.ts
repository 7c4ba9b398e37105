import type { Confidence } from '#lib/providers/verdict'
import type { LogRecord } from './record-lines.ts'
import type { LogCause, LogSource } from './schema.ts'
import type { Answered } from './stream-memory.ts'

/** What one record proves. */
export interface Finding {
  cause: LogCause
  confidence: Confidence
  source: LogSource
  means: string
  providerId?: string | undefined
  target?: string | undefined
  command?: string | undefined
  /** Words of the record that prove it: the lines that hold them are shown. */
  proof: string[]
  /** HTTP status that it stands on. */
  status?: number | undefined
  /** Only a status was seen, not what came with it: a fuller record of the same call, soon after, takes its place. */
  isBare?: boolean
}

/** A record, with what its stream told before. */
export interface Opened extends LogRecord {
  /** Of a record that is one JSON object. */
  json?: Record<string, unknown> | undefined
  /** Text to look through: of JSON, its strings as they were before they were quoted. */
  words: string
  /** The last call that this stream told of, if that is not long ago. */
  answered?: Answered | undefined
}
