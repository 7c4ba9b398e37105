import type { Entry } from './entry.ts'

const ASSIGNMENT = /[ \t]*(?:export[ \t]+)?([^\s=#:'"`]+)[ \t]*(?:=|:[ \t])[ \t]*/y
/** Many at a time, but not so many that the engine would have to remember too much. */
const BLANKS = /(?:[ \t]*(?:#[^\n]*)?\n){1,500}|[ \t]*(?:#[^\n]*)?$/y
const QUOTES = '\'"`'

/**
 * Reads a `.env` in the dialects in use: `export`, three kinds of quotes, values of several lines in quotes, escapes in
 * double quotes, comments, CRLF, a byte order mark. A line that cannot be read does not spoil the ones after it.
 * Stops at `most` entries.
 */
export function parseDotenv(source: string, most = Number.POSITIVE_INFINITY): Entry[] {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const entries: Entry[] = []
  const unclosed = new Set<string>()
  for (let at = 0, line = 1; at < text.length && entries.length < most; ) {
    const { entry, end } = readEntry(text, at, line, unclosed)
    if (entry) entries.push(entry)
    for (let index = at; index < end; index++) if (text[index] === '\n') line++
    at = end
  }
  return entries
}

interface Read {
  entry?: Entry
  /** Where the next line begins. */
  end: number
}

function readEntry(text: string, at: number, line: number, unclosed: Set<string>): Read {
  BLANKS.lastIndex = at
  if (BLANKS.test(text)) return { end: BLANKS.lastIndex }
  const end = endOfLine(text, at)
  ASSIGNMENT.lastIndex = at
  const match = ASSIGNMENT.exec(text)
  if (!match || match.index + match[0].length > end)
    return { entry: { line, name: null, problem: NO_NAME }, end: end + 1 }
  const name = match[1] ?? ''
  const start = at + match[0].length
  const quote = text[start] ?? ''
  if (start < end && QUOTES.includes(quote)) return readQuoted(text, start, quote, { line, name }, unclosed)
  const value = withoutComment(text.slice(start, end))
  return { entry: { line, name, value, interpolated: value.includes('${') }, end: end + 1 }
}

/** A `#` begins a comment only after a blank: keys may hold one. Loops, because a pattern would take its time over many blanks. */
function withoutComment(text: string): string {
  let end = text.length
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    if (at > 0 && !isBlank(text[at - 1])) continue
    end = at
    break
  }
  while (end > 0 && isBlank(text[end - 1])) end--
  return text.slice(0, end)
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t'
}

const NO_NAME = 'This line is not NAME=value.'
const NOT_CLOSED = 'The quote that opens here is not closed.'
const TEXT_AFTER = 'There is text after the closing quote.'

function readQuoted(
  text: string,
  start: number,
  quote: string,
  named: { line: number; name: string },
  unclosed: Set<string>,
): Read {
  const close = unclosed.has(quote) ? -1 : closingQuote(text, start + 1, quote)
  if (close < 0) {
    // Whatever opens later is not closed either: remembered, so that a long file is not searched again and again.
    unclosed.add(quote)
    return { entry: { ...named, problem: NOT_CLOSED }, end: endOfLine(text, start) + 1 }
  }
  const end = endOfLine(text, close)
  if (!/^[ \t]*(#.*)?$/.test(text.slice(close + 1, end))) {
    return { entry: { ...named, problem: TEXT_AFTER }, end: endOfLine(text, start) + 1 }
  }
  const raw = text.slice(start + 1, close)
  const value = quote === '"' ? unescapeValue(raw) : raw
  const interpolated = quote === '"' && /(?<!\\)(?:\\\\)*\$\{/.test(raw)
  return { entry: { ...named, value, interpolated }, end: end + 1 }
}

function closingQuote(text: string, from: number, quote: string): number {
  for (let index = from; index < text.length; index++) {
    if (text[index] === '\\' && quote === '"') index++
    else if (text[index] === quote) return index
  }
  return -1
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t' }

function unescapeValue(raw: string): string {
  return raw.replace(/\\([nrt\\"$'`])/g, (_, char: string) => ESCAPES[char] ?? char)
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}
