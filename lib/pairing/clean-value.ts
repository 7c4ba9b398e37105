export interface Finding {
  kind: FindingKind
  /** What it is, in words for a person: "zero-width space". */
  name: string
  /** `U+200B`; absent where a whole piece of text is meant. */
  codePoint?: string
  /** Which character of the value as pasted, counted from 1. */
  position: number
}

export type FindingKind =
  | 'space'
  | 'line_break'
  | 'control'
  | 'invisible'
  | 'quote'
  | 'wrapping'
  | 'assignment'
  | 'look_alike'
  | 'non_ascii'

export interface CleanedValue {
  cleaned: string
  findings: Finding[]
}

interface Text {
  chars: string[]
  /** Position of the first of them in the value as pasted. */
  start: number
}

const NAMES: Record<number, string> = {
  9: 'tab',
  10: 'line feed',
  13: 'carriage return',
  32: 'space',
  133: 'next line',
  160: 'non-breaking space',
  173: 'soft hyphen',
  1564: 'Arabic letter mark',
  6158: 'Mongolian vowel separator',
  8203: 'zero-width space',
  8204: 'zero-width non-joiner',
  8205: 'zero-width joiner',
  8206: 'left-to-right mark',
  8207: 'right-to-left mark',
  8232: 'line separator',
  8233: 'paragraph separator',
  8239: 'narrow non-breaking space',
  8288: 'word joiner',
  12288: 'ideographic space',
  65279: 'byte order mark',
  65533: 'replacement character',
}

const QUOTES = '"\'`´‘’‚‛“”„‟‹›«»＂＇'
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63]/
const ASSIGNMENT =
  /^\s*(?:(?:export|set|setx|let|const|var)\s+|\$env:)?["']?([A-Za-z_][A-Za-z0-9_.-]*)["']?\s*(?:=\s*|:\s+|:(?=["']))(?=[^=\s])/
const HEADER = /^\s*(authorization|proxy-authorization|x-api-key|api-key|x-goog-api-key|private-token)\s*:\s*/i
const SCHEME = /^(bearer|token)\s+(?=\S)/i

/** A name, a scheme, quotes and punctuation, and all of it once more: nobody wraps deeper by accident. */
const MOST_LAYERS = 12

/**
 * What is around or inside a pasted value that is no part of a key, where it stands, and the value without it.
 * Never refuses. What remains outside printable ASCII stays in `cleaned`, and is reported as `non_ascii`.
 */
export function cleanValue(value: string): CleanedValue {
  const findings: Finding[] = []
  let text: Text = { chars: [...value], start: 1 }
  text = chooseLine(text, findings)
  for (let layer = 0; layer < MOST_LAYERS; layer++) text = unwrap(trim(text, findings), findings)
  const cleaned = text.chars.map((char, index) => plain(char, text.start + index, findings)).join('')
  return { cleaned, findings: findings.sort((a, b) => a.position - b.position) }
}

/** Of several lines (a piece of a `.env`) the first assignment is meant; without one, a wrapped line is put together. */
function chooseLine(text: Text, findings: Finding[]): Text {
  const joined = text.chars.join('')
  const lines = joined.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const line = lines.find(isAssignment)
  if (line === undefined || lines.length < 2) return text
  const start = text.start + [...joined.slice(0, joined.indexOf(line))].length
  findings.push({ kind: 'assignment', name: 'other lines around it', position: text.start })
  return { chars: [...line], start }
}

function isAssignment(line: string): boolean {
  const name = ASSIGNMENT.exec(line)?.[1]
  return name !== undefined && isVariable(name)
}

/** `OPENAI_API_KEY` and `apiKey` name a variable; `abc` in `abc==`, the end of a Base64 text, does not. */
function isVariable(name: string): boolean {
  return /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(name) || /key|token|secret|password|credential/i.test(name)
}

function trim({ chars, start }: Text, findings: Finding[]): Text {
  const from = chars.findIndex((char) => !isBlank(char))
  const to = chars.findLastIndex((char) => !isBlank(char)) + 1
  const first = from < 0 ? chars.length : from
  for (const [index, char] of chars.entries())
    if (index < first || index >= to) findings.push(finding(char, start + index))
  return { chars: chars.slice(first, Math.max(first, to)), start: start + first }
}

function unwrap(text: Text, findings: Finding[]): Text {
  const joined = text.chars.join('')
  const named = ASSIGNMENT.exec(joined)
  if (named && isVariable(named[1] ?? ''))
    return cutStart(text, named[0], { kind: 'assignment', name: 'a name before it (NAME=)' }, findings)
  const header = HEADER.exec(joined)
  if (header) return cutStart(text, header[0], { kind: 'wrapping', name: 'the name of a header before it' }, findings)
  const scheme = SCHEME.exec(joined)
  if (scheme) return cutStart(text, scheme[0], { kind: 'wrapping', name: `“${scheme[0].trim()} ” before it` }, findings)
  return unquote(text, joined, findings)
}

function unquote(text: Text, joined: string, findings: Finding[]): Text {
  const { chars, start } = text
  const opened = QUOTES.includes(chars[0] ?? ' ') && chars.length > 1
  const tail = opened ? /[,;]\s*$/.exec(joined)?.[0] : undefined
  if (tail) {
    findings.push({ kind: 'wrapping', name: 'punctuation after it', position: start + chars.length - tail.length })
    return { chars: chars.slice(0, chars.length - tail.length), start }
  }
  if (opened) {
    findings.push({ ...finding(chars[0] ?? '', start), kind: 'quote', name: 'quotation mark' })
    return { chars: chars.slice(1), start: start + 1 }
  }
  if (chars.length > 1 && QUOTES.includes(chars.at(-1) ?? ' ')) {
    findings.push({ ...finding(chars.at(-1) ?? '', start + chars.length - 1), kind: 'quote', name: 'quotation mark' })
    return { chars: chars.slice(0, -1), start }
  }
  return text
}

function cutStart(text: Text, cut: string, found: Omit<Finding, 'position'>, findings: Finding[]): Text {
  findings.push({ ...found, position: text.start })
  const length = [...cut].length
  return { chars: text.chars.slice(length), start: text.start + length }
}

/** One character inside the key: dropped, made plain, or kept and reported. */
function plain(char: string, position: number, findings: Finding[]): string {
  const code = char.codePointAt(0) ?? 0
  if (code > 0x20 && code < 0x7f) return char
  findings.push(finding(char, position))
  if (isBlank(char) || QUOTES.includes(char)) return ''
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xfee0)
  return DASHES.test(char) ? '-' : char
}

function isBlank(char: string): boolean {
  return /\s|\p{Cc}|\p{Cf}|\p{Z}|\p{Default_Ignorable_Code_Point}/u.test(char)
}

function finding(char: string, position: number): Finding {
  const code = char.codePointAt(0) ?? 0
  const kind = kindOf(char, code)
  const codePoint = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return { kind, name: NAMES[code] ?? DESCRIBED[kind], codePoint, position }
}

const DESCRIBED: Record<FindingKind, string> = {
  space: 'space',
  line_break: 'line break',
  control: 'control character',
  invisible: 'invisible character',
  quote: 'quotation mark',
  wrapping: 'text around it',
  assignment: 'a name before it',
  look_alike: 'character that only looks plain',
  non_ascii: 'character outside ASCII',
}

function kindOf(char: string, code: number): FindingKind {
  if (/[\r\n\u0085\u2028\u2029]/.test(char)) return 'line_break'
  if (/[\t \p{Zs}]/u.test(char)) return 'space'
  if (/\p{Cc}/u.test(char)) return 'control'
  if (isBlank(char)) return 'invisible'
  if (QUOTES.includes(char)) return 'quote'
  if ((code >= 0xff01 && code <= 0xff5e) || DASHES.test(char)) return 'look_alike'
  return 'non_ascii'
}
