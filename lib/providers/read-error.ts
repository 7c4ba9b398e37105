import type { Answer, ProviderError } from './provider.ts'

/** Names of fields in lower case: AWS and Postmark write `Error.Code` and `ErrorCode`. */
const CODE_FIELDS = [
  'code',
  'type',
  'status',
  'reason',
  'error',
  'error_code',
  'errorcode',
  'err_code',
  'statuscode',
  'error_type',
  'kind',
  'category',
  'name',
]
const SENTENCE_FIELDS = [
  'message',
  'error_description',
  'error_message',
  'detail',
  'details',
  'description',
  'statusdescription',
  'msg',
  'err_msg',
  'userpresentablemessage',
  'faultstring',
  'title',
  'error',
  'errors',
]
const NESTED_FIELDS = [
  'error',
  'errors',
  'details',
  'detail',
  'metadata',
  'response',
  'requeststatus',
  'extensions',
  'fault',
]
const WORD = /^[\w.:/+-]{1,80}$/
const DEEPEST = 4

/**
 * Reads an error body in any dialect: OpenAI's `error.{code,type,message}`, Google's `error.{status,details[].reason}`
 * (also inside an array), GraphQL's `errors[].extensions.{code,type}`, GitLab's `error` and `error_description`, GitHub's bare `message`, Slack's `error`.
 * Codes of a body that is cut off or not quite JSON are read from its text.
 */
export function readError(answer: Answer): ProviderError {
  const found = { codes: new Set<string>(), sentences: new Set<string>() }
  if (answer.kind === 'json') collect(answer.json, found, 0)
  else if (answer.kind === 'text' || answer.kind === 'empty') collectFromText(answer.text, found)
  collectFromChallenge(answer.headers['www-authenticate'], found)
  const codes = [...found.codes]
  return { codes, message: [...found.sentences].join(' ').slice(0, 4000), status: statusAmong(codes) }
}

interface Found {
  codes: Set<string>
  sentences: Set<string>
}

function collect(value: unknown, found: Found, depth: number): void {
  if (depth > DEEPEST) return
  if (Array.isArray(value)) for (const item of value.slice(0, 20)) collect(item, found, depth + 1)
  else if (typeof value === 'string') addSentence(value, found)
  else if (isRecord(value)) collectFields(value, found, depth)
}

function collectFields(record: Record<string, unknown>, found: Found, depth: number): void {
  const fields = Object.fromEntries(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]))
  for (const field of CODE_FIELDS) addCode(fields[field], found)
  for (const field of SENTENCE_FIELDS) if (typeof fields[field] === 'string') addSentence(fields[field], found)
  for (const field of NESTED_FIELDS) if (typeof fields[field] === 'object') collect(fields[field], found, depth + 1)
}

function addCode(value: unknown, found: Found): void {
  if (typeof value === 'number' && Number.isInteger(value)) found.codes.add(String(value))
  if (typeof value === 'string' && WORD.test(value)) found.codes.add(value.toLowerCase())
}

function addSentence(value: string, found: Found): void {
  const sentence = value.replace(/\s+/g, ' ').trim()
  if (sentence) found.sentences.add(sentence.slice(0, 2000))
}

/** A body that is cut off, JSON with a stray comma, or XML still holds its codes after the usual names. */
function collectFromText(text: string, found: Found): void {
  const pairs = text
    .slice(0, 8192)
    .matchAll(/["']?(code|type|status|reason|error)["']?\s*[:=>]\s*["']?([\w.-]{1,80})/gi)
  for (const [, , word] of pairs) addCode(word, found)
  addSentence(text.slice(0, 2000), found)
}

/** RFC 6750 puts the reason into the header: `Bearer error="invalid_token", error_description="The access token expired"`. */
function collectFromChallenge(challenge: string | undefined, found: Found): void {
  for (const [, name, value] of challenge?.slice(0, 2000).matchAll(/\b(error|error_description)="([^"]{1,500})"/g) ??
    [])
    if (name === 'error') addCode(value, found)
    else addSentence(String(value), found)
}

function statusAmong(codes: string[]): number | undefined {
  const code = codes.find((word) => /^[45]\d\d$/.test(word))
  return code === undefined ? undefined : Number(code)
}

/** A plain object: not null, not an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
