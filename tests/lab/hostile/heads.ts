import type { IncomingMessage } from 'node:http'
import type { HostileAnswer } from './hostile-answer.ts'

const json = { 'content-type': 'application/json' }
const list = '{"object":"list","data":[{"id":"gpt-4o-mini","object":"model"}]}'

/** Whatever the caller presented as its key. */
function keyIn(request: IncomingMessage): string {
  const { authorization, 'x-api-key': api, 'x-goog-api-key': google, 'private-token': gitlab } = request.headers
  const query = new URL(`http://lab${request.url ?? '/'}`).searchParams.get('key')
  return String(authorization?.replace(/^\w+ /, '') ?? api ?? google ?? gitlab ?? query ?? '')
}

/** Bytes that Node's own server would refuse to send. */
const raw = (text: string): HostileAnswer => {
  return (_, response) => void response.socket?.end(text)
}

const many = (count: number, line: (i: number) => string) => Array.from({ length: count }, (__, i) => line(i)).join('')

/** Status lines and headers: too many, too large, missing, malformed, or giving the key back. */
export const heads = {
  hugeHeaders: (_, response) => response.writeHead(200, { ...json, 'x-huge': 'h'.repeat(1024 * 1024) }).end(list),
  manyHeaders: raw(`HTTP/1.1 200 OK\r\n${many(10_000, (i) => `x-h${i}: ${i}\r\n`)}\r\n${list}`),
  cookieFlood: raw(`HTTP/1.1 200 OK\r\n${many(300, (i) => `set-cookie: c${i}=${i}; Path=/\r\n`)}\r\n${list}`),
  noHeaders: raw(`HTTP/1.1 200 OK\r\n\r\n${list}`),
  status999: raw('HTTP/1.1 999 Request Denied\r\nContent-Length: 0\r\n\r\n'),
  informationFlood: raw(many(1000, () => 'HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n')),
  notHttp: raw('SSH-2.0-OpenSSH_9.7\r\n'),
  wrongLength: raw(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n${list}`),
  badChunks: raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}'),
  retryAfterHuge: (_, response) =>
    response.writeHead(429, { ...json, 'retry-after': '1000000000' }).end('{"error":{}}'),
  retryAfterNegative: (_, response) => response.writeHead(429, { ...json, 'retry-after': '-5' }).end('{"error":{}}'),
  echoKeyBody: (request, response) => {
    const error = {
      message: `Incorrect API key provided: ${keyIn(request)}.`,
      type: 'invalid_request_error',
      code: 'invalid_api_key',
    }
    response.writeHead(401, json).end(JSON.stringify({ error }))
  },
  echoKeyHeader: (request, response) => {
    const error = { message: 'Incorrect API key provided.', type: 'invalid_request_error', code: 'invalid_api_key' }
    const echo = {
      'x-received-key': keyIn(request),
      'www-authenticate': `Bearer error="invalid_token", token="${keyIn(request)}"`,
    }
    response.writeHead(401, { ...json, ...echo }).end(JSON.stringify({ error }))
  },
} satisfies Record<string, HostileAnswer>
