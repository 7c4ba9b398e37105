export interface Parsed {
  value: unknown
  /** Where it ends in the text. */
  end: number
}

interface Cursor {
  text: string
  at: number
}

const FAILED = Symbol('not a literal')
const DEEPEST = 16
const LONGEST = 64 * 1024
const SPACE = /\s{0,2000}/y
const NAME = /[\w$@-]{1,200}(?=\s{0,10}:)|\[[\w$. ()-]{1,80}\](?=\s{0,10}:)/y
/** What Node and Python print before a bracket: `Headers {`, `[Object: null prototype] {`, `<ref *1> {`. */
const LABEL = /(?:<ref \*\d{1,3}> )?(?:\[[\w: ]{1,60}\] |[A-Z]\w{0,60}(?:\(\d{1,6}\))? )?(?=[{[])/y
const NUMBER = /-?\d{1,30}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,4})?(?=[\s,}\]]|$)/y
const BARE = /[^,}\]\n]{1,2000}/y
const JOINED = /\s{0,200}\+\s{0,200}(?=['"`])/y
const WORDS: Record<string, unknown> = {
  true: true,
  True: true,
  false: false,
  False: false,
  null: null,
  None: null,
  undefined: undefined,
}
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0' }

/**
 * Reads the value that begins at `from` as JSON, as Node's inspect or as Python's repr writes it; null where it is none
 * of them. Reads only so far and so deep, and runs nothing.
 */
export function parseLiteral(text: string, from: number): Parsed | null {
  const cursor = { text: text.slice(from, from + LONGEST), at: 0 }
  const value = readValue(cursor, 0)
  return value === FAILED ? null : { value, end: from + cursor.at }
}

function readValue(cursor: Cursor, depth: number): unknown {
  if (depth > DEEPEST) return FAILED
  take(cursor, SPACE)
  take(cursor, LABEL)
  const char = cursor.text[cursor.at]
  if (char === '{') return readObject(cursor, depth)
  if (char === '[') return readArray(cursor, depth)
  if (char === '"' || char === "'" || char === '`') return readStrings(cursor)
  const number = take(cursor, NUMBER)
  if (number) return Number(number)
  const bare = take(cursor, BARE).trim()
  return bare === '' ? FAILED : Object.hasOwn(WORDS, bare) ? WORDS[bare] : bare
}

function readObject(cursor: Cursor, depth: number): unknown {
  const entries: [string, unknown][] = []
  cursor.at++
  for (;;) {
    take(cursor, SPACE)
    if (skip(cursor, '}')) return Object.fromEntries(entries)
    const name = readName(cursor)
    take(cursor, SPACE)
    if (name === '' || !skip(cursor, ':')) return FAILED
    const value = readValue(cursor, depth + 1)
    if (value === FAILED) return FAILED
    entries.push([name, value])
    take(cursor, SPACE)
    skip(cursor, ',')
  }
}

function readArray(cursor: Cursor, depth: number): unknown {
  const items: unknown[] = []
  cursor.at++
  for (;;) {
    take(cursor, SPACE)
    if (skip(cursor, ']')) return items
    const value = readValue(cursor, depth + 1)
    if (value === FAILED) return FAILED
    items.push(value)
    take(cursor, SPACE)
    skip(cursor, ',')
  }
}

function readName(cursor: Cursor): string {
  const char = cursor.text[cursor.at]
  const name = char === '"' || char === "'" ? readString(cursor, char) : take(cursor, NAME)
  return typeof name === 'string' ? name : ''
}

/** Node breaks a long string into several, with `+` between them. */
function readStrings(cursor: Cursor): unknown {
  let whole = ''
  do {
    const piece = readString(cursor, cursor.text[cursor.at] ?? '')
    if (typeof piece !== 'string') return FAILED
    whole += piece
  } while (take(cursor, JOINED))
  return whole
}

function readString(cursor: Cursor, quote: string): string | typeof FAILED {
  const { text } = cursor
  let value = ''
  for (let at = cursor.at + 1; at < text.length; at++) {
    const char = text[at]
    if (char === quote) {
      cursor.at = at + 1
      return value
    }
    if (char !== '\\') {
      value += char
      continue
    }
    at++
    const escaped = text[at] ?? ''
    const code = /^u([0-9a-fA-F]{4})|^x([0-9a-fA-F]{2})/.exec(text.slice(at, at + 5))
    if (code) {
      value += String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? '', 16))
      at += code[0].length - 1
    } else value += ESCAPES[escaped] ?? escaped
  }
  return FAILED
}

function skip(cursor: Cursor, char: string): boolean {
  if (cursor.text[cursor.at] !== char) return false
  cursor.at++
  return true
}

function take(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0] ?? ''
  cursor.at += found.length
  return found
}
