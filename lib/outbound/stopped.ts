import type { NetworkFailure } from './trace.ts'

/** Ends an exchange early, with the reason. Never leaves this folder: `exchange` turns it into a value. */
export class Stopped extends Error {
  readonly failure: NetworkFailure

  constructor(failure: NetworkFailure) {
    super(failure.message)
    this.failure = failure
  }
}

/** The code that Node, OpenSSL or undici put on an error, the inner one first. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const inner = 'cause' in error ? codeOf(error.cause) : undefined
  return inner ?? ('code' in error && typeof error.code === 'string' ? error.code : undefined)
}

const CUT = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET', 'ERR_STREAM_PREMATURE_CLOSE'])

/** Whether this code means that an open connection was cut. */
export function isCut(code: string | undefined): boolean {
  return code !== undefined && CUT.has(code)
}
