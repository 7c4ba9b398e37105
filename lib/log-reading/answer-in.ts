import { isRecord } from '#lib/providers/read-error'
import type { Opened } from './finding.ts'
import { parseLiteral } from './parse-literal.ts'

/** An HTTP answer as a log tells of it. */
export interface LoggedAnswer {
  status: number
  /** Undefined where the log holds the status alone. */
  body?: unknown
  headers: Record<string, string>
  url?: string | undefined
  /** A library that is made for such APIs reported it. */
  isFromLibrary: boolean
  proof: string[]
}

type Form = (record: Opened) => LoggedAnswer | null

const LIBRARY_ERRORS =
  'APIError|APIStatusError|BadRequestError|AuthenticationError|PermissionDeniedError|NotFoundError|ConflictError|UnprocessableEntityError|RateLimitError|InternalServerError|OverloadedError|ServiceUnavailableError'
const URL = 'https?:\\/\\/[^\\s"\'<>]{3,2000}?'

/** `openai.AuthenticationError: Error code: 401 - {'error': …}` */
const PYTHON = /\bError code: (\d{3})(?: - (?=[{[]))?/
/** `AuthenticationError: 401 Incorrect API key provided: …`, with or without the fields of the error below. */
const NODE = new RegExp(`\\b(?:${LIBRARY_ERRORS}|Error): (\\d{3}) ([^\\n]{1,4000})`)
/** A body that is no JSON comes without its status; the error's class says it. */
const PYTHON_TEXT = new RegExp(`\\b(?:openai|anthropic)\\.(${LIBRARY_ERRORS}): (?!Error code)([\\s\\S]{1,20000})`)
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
const CURL_STATUS = /(?:^|\n)< HTTP\/[\d.]{1,3} (\d{3})[^\n]{0,80}/g
const STATED =
  /\b(?:status(?:[_ ]?code)?["']?[=: ]{1,3}["']?|HTTP(?:\/[\d.]{1,3})? (?:status )?|code["']?[=: ]{1,3})([45]\d\d)\b/i
const ERROR_BODY = /\{\s{0,20}(?:["'](?:error|type|errors|message|detail)["']|error|type|errors)\s{0,4}:/

const FORMS: readonly Form[] = [curl, fromJson, python, pythonText, node, axios, raised, told, bare, stated]

/** The answer that a record tells of, or null. */
export function answerIn(record: Opened): LoggedAnswer | null {
  for (const form of FORMS) {
    const answer = form(record)
    if (answer && answer.status >= 100 && answer.status < 600) return answer
  }
  return null
}

function python({ words }: Opened): LoggedAnswer | null {
  const match = PYTHON.exec(words)
  if (!match) return null
  const body = parseLiteral(words, match.index + match[0].length)?.value
  return {
    status: Number(match[1]),
    body: isRecord(body) || Array.isArray(body) ? body : '',
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

/** pino, winston and their like: the error's fields stand in the object, or one level down. */
function fromJson({ json }: Opened): LoggedAnswer | null {
  if (!json) return null
  for (const holder of [json.err, json.error, json.exception, json].filter(isRecord)) {
    const response = isRecord(holder.response) ? holder.response : {}
    const status = Number(holder.status ?? holder.statusCode ?? holder.status_code ?? response.status)
    const config = isRecord(holder.config) ? holder.config : {}
    const url = [holder.url, config.url, json.url].find((one) => typeof one === 'string' && one.startsWith('http'))
    const body = holder.error ?? response.data ?? holder.body ?? (holder === json ? undefined : holder.message)
    if (!Number.isInteger(status) || status < 300 || body === undefined) continue
    const isFromLibrary = new RegExp(`^(?:${LIBRARY_ERRORS})$`).test(String(holder.type ?? holder.name ?? ''))
    const text = typeof body === 'string' ? body.replace(new RegExp(`^${status} `), '') : body
    return {
      status,
      body: text,
      headers: asHeaders(holder.headers),
      url: typeof url === 'string' ? url : undefined,
      isFromLibrary,
      proof: [],
    }
  }
  return null
}

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

/** The last answer that curl tells of: the ones before it are the proxy's and redirects. */
function curl({ words }: Opened): LoggedAnswer | null {
  if (!/(?:^|\n)> [A-Z]{3,7} /.test(words) || /CONNECT tunnel failed|\ncurl: \((?!22\))\d/.test(words)) return null
  const last = [...words.matchAll(CURL_STATUS)].at(-1)
  if (!last) return null
  const rest = words.slice(last.index + last[0].length)
  const host = [...words.matchAll(/(?:^|\n)> host: ([\w.:-]{1,255})/gi)].at(-1)?.[1]
  const path = [...words.matchAll(/(?:^|\n)> (?!CONNECT)[A-Z]{3,7} (\/\S{0,2000})/g)].at(-1)?.[1] ?? '/'
  const headers = Object.fromEntries(
    [...rest.matchAll(/(?:^|\n)< ([\w-]{1,80}): ([^\n]{0,2000})/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value,
    ]),
  )
  const body = (/\n< ?\n([\s\S]*)/.exec(rest)?.[1] ?? '')
    .split('\n')
    .filter((line) => line !== '' && !/^(?:[*>] |[{}] \[\d|curl: \()/.test(line))
    .join('\n')
  return {
    status: Number(last[1]),
    body: asBody(body),
    headers,
    url: host && `https://${host}${path}`,
    isFromLibrary: false,
    proof: [last[0].trim()],
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

function asBody(text: string): unknown {
  const start = /^\s{0,20}[{[]/.exec(text)
  const parsed = start ? parseLiteral(text, 0)?.value : undefined
  return parsed ?? text
}

function fieldOf(text: string, before: RegExp): unknown {
  const match = before.exec(text)
  return match ? parseLiteral(text, match.index + match[0].length)?.value : undefined
}

function asHeaders(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (typeof one === 'string' ? [[name.toLowerCase(), one]] : [])),
  )
}
