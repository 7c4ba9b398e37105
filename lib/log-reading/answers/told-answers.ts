import { isRecord } from '#lib/providers/read-error'
import type { Opened } from '../finding.ts'
import { parseLiteral } from '../parse-literal.ts'
import { fieldOf } from './fields.ts'
import type { AnswerForm, LoggedAnswer } from './logged-answer.ts'

const URL = 'https?:\\/\\/[^\\s"\'<>]{3,2000}?'
const AXIOS = /\bRequest failed with status code (\d{3})\b/
const RAISED = new RegExp(
  `(\\d{3}) (?:Client|Server) Error: [^\\n]{0,80} for url: (${URL})(?=[\\s"']|$)|(?:Client|Server) error '(\\d{3}) [^'\\n]{0,60}' for url '(${URL})'`,
)
const BARE = new RegExp(
  `HTTP Request: [A-Z]{3,7} (${URL}) "HTTP\\/[\\d.]{1,3} (\\d{3})|(https?:\\/\\/[\\w.-]{1,255}:\\d{1,5}) "[A-Z]{3,7} \\S{1,2000} HTTP\\/[\\d.]{1,3}" (\\d{3}) `,
)
/** A line of the application's own: method, address, status, and perhaps the body. */
const TOLD = new RegExp(
  `\\b(?:GET|POST|PUT|PATCH|DELETE|HEAD)["']? ["']?(${URL})(?=["']?:?\\s)["']?:? {0,3}(?:->|=>|→|-|returned|responded(?: with)?|failed(?: with)?|answered|got|:)? {0,3}(?:status(?: code)?[ :=]{1,2}|HTTP(?:\\/[\\d.]{1,3})? ?|code[ :=]{1,2})?\\(?(\\d{3})\\b([^\\n{<[]{0,120})`,
)
const STATED =
  /\b(?:status(?:[_ ]?code)?["']?[=: ]{1,3}["']?|HTTP(?:\/[\d.]{1,3})? (?:status )?|code["']?[=: ]{1,3})([45]\d\d)\b/i
const ERROR_BODY = /\{\s{0,20}(?:["'](?:error|type|errors|message|detail)["']|error|type|errors)\s{0,4}:/

/** Programs of every kind, the form that says most first. */
export const toldForms: readonly AnswerForm[] = [axios, raised, told, bare, stated]

/** Either the whole error as Node prints it, or its message and, behind it, the body. */
function axios({ words }: Opened): LoggedAnswer | null {
  const match = AXIOS.exec(words)
  if (!match) return null
  const url =
    /\n\s{2,8}url: '(https?:[^']{1,2000})'/.exec(words)?.[1] ?? /https?:\/\/[^\s"'<>]{3,2000}/.exec(words)?.[0]
  const after = words.slice(match.index + match[0].length)
  const body = fieldOf(after, /^ ?(?=[{[])/) ?? /^ (<(?:!DOCTYPE|html)[\s\S]{1,8000})/i.exec(after)?.[1]
  return { status: Number(match[1]), body, headers: {}, url, isFromLibrary: false, proof: [match[0]] }
}

function raised({ words }: Opened): LoggedAnswer | null {
  const match = RAISED.exec(words)
  if (!match) return null
  const status = Number(match[1] ?? match[3])
  return { status, headers: {}, url: match[2] ?? match[4], isFromLibrary: false, proof: [match[0]] }
}

function told({ words }: Opened): LoggedAnswer | null {
  const match = TOLD.exec(words)
  if (!match) return null
  const after = words.slice(match.index + match[0].length)
  const body = parseLiteral(after, 0)?.value
  const text = isRecord(body) || Array.isArray(body) ? body : after.startsWith('<') ? after : undefined
  return {
    status: Number(match[2]),
    body: text,
    headers: {},
    url: match[1],
    isFromLibrary: false,
    proof: [match[0].trimEnd()],
  }
}

function bare({ words }: Opened): LoggedAnswer | null {
  const match = BARE.exec(words)
  if (!match) return null
  return {
    status: Number(match[2] ?? match[4]),
    headers: {},
    url: match[1] ?? match[3],
    isFromLibrary: false,
    proof: [match[0]],
  }
}

/** Any other record that holds an error's body and, elsewhere, a status. */
function stated({ words }: Opened): LoggedAnswer | null {
  const status = STATED.exec(words)
  const body = ERROR_BODY.exec(words)
  if (!status || !body) return null
  const parsed = parseLiteral(words, body.index)?.value
  if (!isRecord(parsed)) return null
  return {
    status: Number(status[1]),
    body: parsed,
    headers: {},
    url: undefined,
    isFromLibrary: false,
    proof: [status[0], body[0]],
  }
}
