import { isRecord } from '#lib/providers/read-error'
import type { Opened } from '../finding.ts'
import { parseLiteral } from '../parse-literal.ts'
import { asHeaders, fieldOf } from './fields.ts'
import type { AnswerForm, LoggedAnswer } from './logged-answer.ts'

/** Classes of errors that the libraries of OpenAI and Anthropic, and those made after them, throw for an answer. */
export const LIBRARY_ERRORS =
  'APIError|APIStatusError|BadRequestError|AuthenticationError|PermissionDeniedError|NotFoundError|ConflictError|UnprocessableEntityError|RateLimitError|InternalServerError|OverloadedError|ServiceUnavailableError'

/** `openai.AuthenticationError: Error code: 401 - {'error': …}` */
const PYTHON = /\bError code: (\d{3})(?: - (?=[{[]))?/
/** `AuthenticationError: 401 Incorrect API key provided: …`, with or without the fields of the error below. */
const NODE = new RegExp(`\\b(?:${LIBRARY_ERRORS}|Error): (\\d{3}) ([^\\n]{1,4000})`)
/** A body that is no JSON comes without its status; the error's class says it. */
const PYTHON_TEXT = new RegExp(
  `\\b(?:openai(?:\\.error)?|anthropic|litellm(?:\\.exceptions)?)\\.(${LIBRARY_ERRORS}): (?!Error code)([\\s\\S]{1,20000})`,
)
const STATUS_OF: Record<string, number> = {
  BadRequestError: 400,
  AuthenticationError: 401,
  PermissionDeniedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  UnprocessableEntityError: 422,
  RateLimitError: 429,
  InternalServerError: 500,
}

export const libraryForms: readonly AnswerForm[] = [python, pythonText, node]

function python({ words }: Opened): LoggedAnswer | null {
  const match = PYTHON.exec(words)
  if (!match) return null
  const body = parseLiteral(words, match.index + match[0].length)?.value
  return {
    status: Number(match[1]),
    body: isRecord(body) || Array.isArray(body) ? body : undefined,
    headers: {},
    isFromLibrary: true,
    proof: [match[0]],
  }
}

function pythonText({ words }: Opened): LoggedAnswer | null {
  const [whole = '', name = '', body = ''] = PYTHON_TEXT.exec(words) ?? []
  const status = STATUS_OF[name]
  return status ? { status, body, headers: {}, isFromLibrary: true, proof: [whole.split('\n', 1)[0] ?? ''] } : null
}

function node({ words }: Opened): LoggedAnswer | null {
  const match = NODE.exec(words)
  if (!match || !/^[1-5]/.test(match[1] ?? '')) return null
  const isNamed = !match[0].startsWith('Error:')
  const rest = words.slice(match.index)
  const fields = new RegExp(`\\n {2}status: ${match[1]},`).test(rest)
  if (!isNamed && !fields && !/node_modules\/(?:openai|@anthropic-ai)\//.test(rest)) return null
  const said = rest.slice(rest.indexOf(`${match[1]} `) + 4).split(/\n {4}at |\n {2}status: /, 1)[0] ?? ''
  const body = fieldOf(rest, /\n {2}error: (?=[{[])/) ?? fieldOf(said, /^\s{0,4}(?=\{)/) ?? said
  const headers = fieldOf(rest, /\n {2}headers: (?=[\w{])/)
  return {
    status: Number(match[1]),
    body,
    headers: asHeaders(headers),
    isFromLibrary: true,
    proof: [match[0].slice(0, 200)],
  }
}
