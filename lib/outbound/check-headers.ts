const NAME = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/i
/** Set by the connection itself; a caller's value would let one request pose as another. */
const OURS = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'upgrade',
  'expect',
])

/** Null when every header can be sent exactly as it is; else a sentence that holds no part of a value. */
export function checkHeaders(headers: Record<string, string>): string | null {
  for (const [name, value] of Object.entries(headers)) {
    if (!NAME.test(name)) return 'A header name holds a character that cannot be sent.'
    if (OURS.has(name.toLowerCase())) return `The header ${name.toLowerCase()} is set by the connection itself.`
    const at = [...value].findIndex((char) => char < ' ' || char > '~')
    if (at >= 0)
      return `The value for the header ${name.toLowerCase()} holds, as character ${at + 1}, one that cannot be sent (a line break, an invisible or a non-ASCII character). Nothing was sent.`
    if (value.length > 32 * 1024) return `The value for the header ${name.toLowerCase()} is too long to be sent.`
  }
  return null
}
