/** An element of a document: text and elements, in order, put together. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  text: string
  children: XmlElement[]
}

const MOST_ELEMENTS = 50_000
const DEEPEST = 32

/**
 * Reads XML as feeds write it, in one pass. Declarations are passed over unread, so there is nothing that could expand:
 * of entities only the five of XML itself and numbers are known. Null: this is no XML, or more than a feed holds.
 */
export function readXml(text: string): XmlElement | null {
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [] }
  const open = [root]
  let count = 0
  for (let at = 0; at < text.length; ) {
    const start = text.indexOf('<', at)
    const inside = open.at(-1) ?? root
    inside.text += unescapeXml(text.slice(at, start < 0 ? text.length : start))
    if (start < 0) break
    const piece = pieceAt(text, start)
    if (!piece) return null
    if (piece.kind === 'text') inside.text += piece.text
    if (piece.kind === 'close') {
      const depth = open.findLastIndex(({ name }) => name === piece.name)
      if (depth < 1) return null
      open.length = depth
    }
    if (piece.kind === 'open') {
      const element = { name: piece.name, attributes: readAttributes(piece.rest), text: '', children: [] }
      if (++count > MOST_ELEMENTS || open.length > DEEPEST) return null
      inside.children.push(element)
      if (!piece.rest.endsWith('/')) open.push(element)
    }
    at = piece.end
  }
  // What was never closed was cut off.
  return open.length === 1 ? (root.children[0] ?? null) : null
}

type Piece =
  | { kind: 'open'; name: string; rest: string; end: number }
  | { kind: 'close'; name: string; end: number }
  | { kind: 'text'; text: string; end: number }
  | { kind: 'nothing'; end: number }

function pieceAt(text: string, start: number): Piece | null {
  const upTo = (closing: string, from: number) => {
    const end = text.indexOf(closing, from)
    return end < 0 ? null : { inner: text.slice(from, end), end: end + closing.length }
  }
  const after = (found: { inner: string; end: number } | null): Piece | null =>
    found && { kind: 'nothing', end: found.end }
  if (text.startsWith('<!--', start)) return after(upTo('-->', start + 4))
  if (text.startsWith('<?', start)) return after(upTo('?>', start + 2))
  if (text.startsWith('<![CDATA[', start)) {
    const data = upTo(']]>', start + 9)
    return data && { kind: 'text', text: data.inner, end: data.end }
  }
  if (text.startsWith('<!', start)) return after(declaration(text, start))
  const tag = upTo('>', start + 1)
  if (!tag) return null
  const isEnd = tag.inner.startsWith('/')
  const name = /^\/?([A-Za-z_][\w.:-]{0,80})/.exec(tag.inner)?.[1]
  if (!name) return null
  return isEnd
    ? { kind: 'close', name, end: tag.end }
    : { kind: 'open', name, rest: tag.inner.slice(name.length).trimEnd(), end: tag.end }
}

/** A DOCTYPE, its own list of declarations included. */
function declaration(text: string, start: number): { inner: string; end: number } | null {
  const plain = text.indexOf('>', start)
  if (plain < 0) return null
  const list = text.slice(start, plain).indexOf('[')
  if (list < 0) return { inner: '', end: plain + 1 }
  const end = text.indexOf(']', start + list)
  const close = end < 0 ? -1 : text.indexOf('>', end)
  return close < 0 ? null : { inner: '', end: close + 1 }
}

function readAttributes(rest: string): Record<string, string> {
  const found = rest.slice(0, 4000).matchAll(/([\w.:-]{1,80})\s{0,10}=\s{0,10}(?:"([^"]*)"|'([^']*)')/g)
  return Object.fromEntries(
    [...found].map(([, name = '', double, single]) => [name, unescapeXml(double ?? single ?? '')]),
  )
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}
