export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'step_up_required'
  | 'approval_required'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'unsupported'
  | 'rate_limited'
  | 'upstream'
  | 'unavailable'

export interface FieldError {
  path: string
  message: string
}

interface Details {
  /** What really happened: stays on the server. */
  cause?: unknown
  /** Which fields were wrong, for `invalid`. */
  errors?: FieldError[]
  /** Seconds until another try makes sense, for `rate_limited`. */
  retryAfterSeconds?: number
  /** Exit code of the process where the error ends it. */
  exitCode?: number
}

/** The one error of the product. The message is a sentence for the reader and safe to show. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly errors: FieldError[]
  readonly retryAfterSeconds: number | undefined
  readonly exitCode: number | undefined

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, { cause: details.cause })
    this.name = 'AppError'
    this.code = code
    this.errors = details.errors ?? []
    this.retryAfterSeconds = details.retryAfterSeconds
    this.exitCode = details.exitCode
  }
}

/**
 * Two module graphs (Next's bundle and the process) hold two copies of the class, so `instanceof` is not enough.
 */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error
}

/** The same words for what is not there and for what the caller may not see. */
export function notFound(): AppError {
  return new AppError('not_found', 'There is nothing here by that name, or it is not shared with you.')
}

/** One field that is wrong, found by a verb rather than by a schema. The message is a sentence. */
export function invalid(path: string, message: string): AppError {
  return new AppError('invalid', `${message} Nothing was changed.`, { errors: [{ path, message }] })
}
