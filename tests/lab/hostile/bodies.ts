import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { HostileAnswer } from './hostile-answer.ts'
import { pourOut } from './pour-out.ts'

const megabyte = Buffer.alloc(1024 * 1024, 'A')
const opening = Buffer.from('{"object":"list","data":[{"id":"')
const list = '{"object":"list","data":[{"id":"gpt-4o-mini","object":"model"}]}'
const json = { 'content-type': 'application/json' }

const send = (body: string | Buffer, headers: Record<string, string> = {}): HostileAnswer => {
  return (_, response) => response.writeHead(200, { ...json, ...headers }).end(body)
}

/** Bodies: too long, too slow, too deep, or not what they say they are. Nothing large is ever held in memory. */
export const bodies = {
  endless: (_, response) => {
    response.writeHead(200, json)
    pourOut(response, () => megabyte, Number.POSITIVE_INFINITY)
  },
  twoGigabytes: (_, response) => {
    response.writeHead(200, { ...json, 'content-length': String(2048 * megabyte.length) })
    pourOut(response, () => megabyte, 2048)
  },
  slowDrip: (_, response) => {
    response.writeHead(200, json)
    response.write('{')
    const timer = setInterval(() => response.write(' '), 1000).unref()
    response.once('close', () => clearInterval(timer))
  },
  gzipBomb: (_, response) => {
    response.writeHead(200, { ...json, 'content-encoding': 'gzip' })
    const zeros = gzipSync(Buffer.alloc(16 * megabyte.length, 'A'))
    const first = gzipSync(opening)
    pourOut(response, (i) => (i === 0 ? first : zeros), 129)
  },
  nestedGzip: send(gzipSync(gzipSync(list)), { 'content-encoding': 'gzip, gzip' }),
  truncatedGzip: send(gzipSync(list).subarray(0, 20), { 'content-encoding': 'gzip' }),
  brotli: send(brotliCompressSync(list), { 'content-encoding': 'br' }),
  invalidUtf8: send(
    Buffer.concat([opening, Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80]), Buffer.from('"}]}')]),
  ),
  utf16: send(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(list, 'utf16le')])),
  nulBytes: send(list.replace('gpt', 'gpt\0\0')),
  deepJson: send('['.repeat(100_000) + ']'.repeat(100_000)),
  duplicateKeys: send(
    '{"object":"error","object":"list","data":[],"data":[{"id":"a"},{"id":"b"}],"error":null,"error":{"code":"x"}}',
  ),
  prototypeKeys: send(
    '{"object":"list","__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"data":[]}',
  ),
  hugeNumber: send('{"object":"list","data":[],"count":1e400}'),
  truncatedJson: send(list.slice(0, -9)),
  emptyBody: send(''),
  cutBody: (_, response) => {
    response.writeHead(200, { ...json, 'content-length': '5000' })
    response.write(list, () => response.destroy())
  },
} satisfies Record<string, HostileAnswer>
