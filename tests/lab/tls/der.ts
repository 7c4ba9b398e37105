/** The few pieces of DER (ITU-T X.690) that a certificate is written with. */
export function der(tag: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content)
  return Buffer.concat([Buffer.from([tag]), length(body.length), body])
}

function length(size: number): Buffer {
  if (size < 0x80) return Buffer.from([size])
  const bytes = size < 0x100 ? [size] : [size >> 8, size & 0xff]
  return Buffer.from([0x80 | bytes.length, ...bytes])
}

export const sequence = (...content: Uint8Array[]) => der(0x30, ...content)
export const set = (...content: Uint8Array[]) => der(0x31, ...content)
export const integer = (bytes: Uint8Array) => der(0x02, bytes)
export const utf8 = (text: string) => der(0x0c, Buffer.from(text))
export const octets = (...content: Uint8Array[]) => der(0x04, ...content)
export const bits = (content: Uint8Array, unused = 0) => der(0x03, Buffer.from([unused]), content)
export const isTrue = der(0x01, Buffer.from([0xff]))
export const explicit = (tag: number, ...content: Uint8Array[]) => der(0xa0 | tag, ...content)

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(value: number): number[] {
  const groups = [value & 0x7f]
  for (let left = value >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80)
  return groups
}

/** UTCTime; good for dates until 2049, as RFC 5280 wants. */
export function time(date: Date): Buffer {
  const text = date.toISOString().replace(/[-:T]/g, '').slice(2, 14)
  return der(0x17, Buffer.from(`${text}Z`))
}
