import type { ErrorCode } from '#lib/errors'
import { AppError, isAppError } from '#lib/errors'

const STATUS: Record<ErrorCode, [status: number, title: string]> = {
  invalid: [422, 'Something in the request is not valid'],
  unauthenticated: [401, 'Sign in first'],
  forbidden: [403, 'Not allowed'],
  step_up_required: [403, 'Prove that it is you'],
  approval_required: [403, 'Another person has to approve'],
  not_found: [404, 'Not found'],
  conflict: [409, 'Conflict'],
  too_large: [413, 'Too large'],
  unsupported: [415, 'Unsupported media type'],
  rate_limited: [429, 'Too many requests'],
  upstream: [502, 'The provider could not be reached'],
  unavailable: [503, 'Not available'],
}

/** The one place that knows status codes: any error as `application/problem+json` (RFC 9457). */
export function problem(error: unknown): Response {
  const known = isAppError(error)
    ? error
    : new AppError('unavailable', 'Something went wrong on our side. Nothing was changed.', { cause: error })
  const [status, title] = STATUS[known.code]
  return problemResponse(isAppError(error) ? status : 500, title, known)
}

/** JSON that does not parse: 400, the one answer without an error code of its own. */
export function unreadable(detail: string): Response {
  return problemResponse(400, 'Unreadable request', new AppError('invalid', detail))
}

function problemResponse(status: number, title: string, error: AppError): Response {
  const body = {
    type: `urn:claviger:problem:${error.code}`,
    title,
    status,
    code: error.code,
    detail: error.message,
    ...(error.errors.length > 0 ? { errors: error.errors } : {}),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(error.retryAfterSeconds === undefined ? {} : { 'retry-after': String(Math.ceil(error.retryAfterSeconds)) }),
    },
  })
}
