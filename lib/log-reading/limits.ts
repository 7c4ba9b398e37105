export interface LogLimits {
  /** Of the log as text, after decompression. */
  maxBytes: number
  /** Of one line; what is longer is cut there, and the rest of the line skipped. */
  maxLineLength: number
  /** Of one record: a traceback, a pretty-printed answer. */
  maxRecordLines: number
}

export const LOG_LIMITS: LogLimits = { maxBytes: 50 * 1024 * 1024, maxLineLength: 64 * 1024, maxRecordLines: 400 }
