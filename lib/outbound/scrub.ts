const MARK = '[redacted]'
/** Shorter values are everyday words: cutting them out would shred the text and hide nothing. */
const SHORTEST_SECRET = 6
const PIECE = 12

export interface Scrubber {
  text(value: string): string
  /** The same value with every string inside it scrubbed, names of fields too. */
  deep<T>(value: T): T
}

/** Removes known secrets from anything that came back: raw, encoded, and the first or last 12 or more characters of either. */
export function makeScrubber(secrets: readonly string[]): Scrubber {
  const needles = [...new Set(secrets.flatMap(partsOf).flatMap(formsOf).map(lower))].map(makeNeedle)
  if (needles.length === 0) return { text: (value) => value, deep: (value) => value }
  const shortest = Math.min(...needles.map(({ head }) => head.length))
  const text = (value: string) => (value.length < shortest ? value : cut(value, findSpans(lower(value), needles)))
  return { text, deep: (value) => scrubDeep(value, text) }
}

/** A form of a secret, and the two pieces of it that are looked for; both are the whole form where it is short. */
interface Needle {
  form: string
  head: string
  tail: string
}

function makeNeedle(form: string): Needle {
  return { form, head: form.slice(0, PIECE), tail: form.slice(-PIECE) }
}

/** The secret as given, without surrounding space, and line by line: a PEM key may come back one line at a time. */
function partsOf(secret: string): string[] {
  const lines = secret.split(/[\r\n]+/).filter((line) => line.trim().length >= PIECE)
  return [...new Set([secret, secret.trim(), ...lines.map((line) => line.trim())])].filter(
    (part) => part.length >= SHORTEST_SECRET,
  )
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  const base64 = [0, 1, 2].flatMap((offset) => base64Inside(bytes, offset))
  const json = JSON.stringify(secret).slice(1, -1)
  return [
    secret,
    ...base64,
    bytes.toString('hex'),
    encodeURIComponent(secret.toWellFormed()),
    [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    new URLSearchParams({ '': secret }).toString().slice(1),
    json,
    json.replaceAll('/', '\\/'),
    [...secret].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    escapeHtml(secret, '&#39;'),
    escapeHtml(secret, '&#x27;'),
  ].filter((form) => form.length >= SHORTEST_SECRET)
}

/** What these bytes look like inside a longer base64 text, at one of three alignments; edge characters depend on neighbours. */
function base64Inside(bytes: Buffer, offset: number): string[] {
  const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '')
  const start = [0, 2, 3][offset]
  const end = (offset + bytes.length) % 3 === 0 ? encoded.length : encoded.length - 1
  const inside = encoded.slice(start, end)
  return [inside, inside.replaceAll('+', '-').replaceAll('/', '_')]
}

function escapeHtml(text: string, apostrophe: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", apostrophe)
}

type Span = [start: number, end: number]

function findSpans(text: string, needles: Needle[]): Span[] {
  const spans: Span[] = []
  for (const needle of needles) {
    if (text.includes(needle.head)) addHeads(text, needle, spans)
    if (text.includes(needle.tail)) addTails(text, needle, spans)
  }
  return spans
}

function addHeads(text: string, { form, head }: Needle, spans: Span[]): void {
  for (let at = text.indexOf(head); at >= 0; ) {
    let length = head.length
    while (length < form.length && text[at + length] === form[length]) length++
    spans.push([at, at + length])
    at = text.indexOf(head, at + length)
  }
}

function addTails(text: string, { form, tail }: Needle, spans: Span[]): void {
  const rest = form.length - tail.length
  let floor = 0
  for (let at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, floor)) {
    let before = 0
    while (at - before > floor && before < rest && text[at - before - 1] === form[rest - before - 1]) before++
    floor = at + tail.length
    spans.push([at - before, floor])
  }
}

function cut(value: string, spans: Span[]): string {
  if (spans.length === 0) return value
  spans.sort((a, b) => a[0] - b[0])
  let result = ''
  let done = -1
  for (const [start, end] of spans) {
    if (start > done) result += `${value.slice(Math.max(done, 0), start)}${MARK}`
    done = Math.max(done, end)
  }
  return result + value.slice(done)
}

/** Case does not hide a secret; only ASCII is folded, so that positions stay true. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (run) => run.toLowerCase())
}

function scrubDeep<T>(value: T, text: (value: string) => string): T {
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return text(part)
    if (Array.isArray(part)) return part.map(walk)
    if (part === null || typeof part !== 'object') return part
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [text(name), walk(inner)]))
  }
  return walk(value) as T
}
