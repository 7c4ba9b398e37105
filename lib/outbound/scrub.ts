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
  const forms = [...new Set(secrets.flatMap(partsOf).flatMap(formsOf).map(lower))]
  const text = (value: string) => (forms.length === 0 || value === '' ? value : cut(value, findSpans(value, forms)))
  return { text, deep: (value) => (forms.length === 0 ? value : scrubDeep(value, text)) }
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

function findSpans(value: string, forms: string[]): Span[] {
  const text = lower(value)
  return forms.flatMap((form) =>
    form.length < PIECE ? wholes(text, form) : [...heads(text, form), ...tails(text, form)],
  )
}

function wholes(text: string, form: string): Span[] {
  const spans: Span[] = []
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length))
    spans.push([at, at + form.length])
  return spans
}

function heads(text: string, form: string): Span[] {
  const head = form.slice(0, PIECE)
  const spans: Span[] = []
  for (let at = text.indexOf(head); at >= 0; ) {
    let length = PIECE
    while (length < form.length && text[at + length] === form[length]) length++
    spans.push([at, at + length])
    at = text.indexOf(head, at + length)
  }
  return spans
}

function tails(text: string, form: string): Span[] {
  const tail = form.slice(-PIECE)
  const spans: Span[] = []
  let floor = 0
  for (let at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + PIECE)) {
    let before = 0
    while (
      at - before > floor &&
      before < form.length - PIECE &&
      text[at - before - 1] === form[form.length - PIECE - before - 1]
    )
      before++
    floor = at + PIECE
    spans.push([at - before, floor])
  }
  return spans
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
