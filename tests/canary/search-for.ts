/** A secret whose finding anywhere is a leak. `secret` leaves out what is public by design: prefix and last four. */
export interface Canary {
  name: string
  secret: string
}

export interface Hit {
  canary: string
  form: string
  /** What stands before it, to find the place; never the hit itself. */
  before: string
}

interface Needle {
  canary: string
  form: string
  bytes: string
}

const PART = 16
const HEAD = 6

/** Every way in which a part of a text may be written down: in logs, dumps, pages, URLs and files. */
export function formsOf(part: string): Record<string, string> {
  const bytes = Buffer.from(part)
  const forms: Record<string, string> = {
    raw: part,
    lower: part.toLowerCase(),
    hex: bytes.toString('hex'),
    'hex, upper case': bytes.toString('hex').toUpperCase(),
    URL: encodeURIComponent(part),
    'form field': new URLSearchParams([['', part]]).toString().slice(1),
    JSON: JSON.stringify(part).slice(1, -1),
    'JSON in a script': JSON.stringify(part)
      .slice(1, -1)
      .replace(/[<>&\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
    HTML: part.replace(
      /[&<>"']/g,
      (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? '&#x27;',
    ),
    'HTML, decimal': part.replace(
      /[&<>"']/g,
      (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;' })[one] ?? '&#39;',
    ),
  }
  for (const offset of [0, 1, 2]) {
    for (const encoding of ['base64', 'base64url'] as const) {
      const text = Buffer.concat([Buffer.alloc(offset), bytes])
        .toString(encoding)
        .replace(/=+$/, '')
      // What depends on the neighbours on both sides is left out.
      const start = Math.ceil((offset * 8) / 6)
      const end = Math.floor(((offset + bytes.length) * 8) / 6)
      forms[`${encoding}, offset ${offset}`] = text.slice(start, end)
    }
  }
  return forms
}

/** The whole secret, and 16 characters of its beginning, middle and end. */
export function partsOf(secret: string): string[] {
  const middle = Math.max(0, Math.floor((secret.length - PART) / 2))
  return [...new Set([secret, secret.slice(0, PART), secret.slice(middle, middle + PART), secret.slice(-PART)])]
}

/** Makes a search for all canaries in all forms that reads each haystack once. */
export function searchFor(canaries: Canary[]): (haystack: Buffer | string) => Hit[] {
  const needles = canaries.flatMap(({ name, secret }) =>
    partsOf(secret).flatMap((part) =>
      Object.entries(formsOf(part)).map(
        ([form, text]): Needle => ({ canary: name, form, bytes: Buffer.from(text).toString('latin1') }),
      ),
    ),
  )
  const starts = new Uint8Array(1 << 24)
  const byHead = new Map<string, Needle[]>()
  for (const needle of needles) {
    const [one = 0, two = 0, three = 0] = Buffer.from(needle.bytes, 'latin1')
    starts[(one << 16) | (two << 8) | three] = 1
    const head = needle.bytes.slice(0, HEAD)
    byHead.set(head, [...(byHead.get(head) ?? []), needle])
  }
  return (haystack) => {
    const bytes = typeof haystack === 'string' ? Buffer.from(haystack) : haystack
    const hits: Hit[] = []
    for (let at = 0, last3 = 0; at < bytes.length; at++) {
      last3 = ((last3 << 8) | (bytes[at] ?? 0)) & 0xffffff
      if (starts[last3] !== 1) continue
      const from = at - 2
      for (const needle of byHead.get(bytes.toString('latin1', from, from + HEAD)) ?? []) {
        if (bytes.toString('latin1', from, from + needle.bytes.length) !== needle.bytes) continue
        hits.push({
          canary: needle.canary,
          form: needle.form,
          before: bytes.toString('utf8', Math.max(0, from - 160), from),
        })
      }
    }
    return hits
  }
}
