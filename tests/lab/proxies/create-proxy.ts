import { createServer, type IncomingMessage, type RequestListener, type Server, request as send } from 'node:http'
import { connect, type Socket } from 'node:net'
import { logRequest, type RequestLog } from '../log-request.ts'
import { requestUrl } from '../request-url.ts'

/** Where a proxy really goes for `host:port`; undefined means that it cannot reach it. */
export type Destination = (host: string, port: number) => number | undefined

export type ProxyOptions = {
  name: string
  log: RequestLog
  destination: Destination
  /** Answers a request itself instead of forwarding it: status, reason and headers. */
  refuse?: (request: IncomingMessage) => Refusal | undefined
}

export type Refusal = { status: number; reason: string; headers?: Record<string, string>; body: string }

const unreachable: Refusal = { status: 502, reason: 'Bad Gateway', body: 'The lab has no such host.\n' }

/** A forward proxy: CONNECT tunnels, and absolute addresses for plain http. Every destination is on loopback. */
export function createProxy(options: ProxyOptions): Server {
  const server = createServer(forward(options))
  server.on('connect', (request: IncomingMessage, client: Socket, head: Buffer) => {
    const { host, port } = authorityOf(request.url ?? '')
    logConnect(options, request, host, port)
    client.on('error', () => client.destroy())
    const target = options.destination(host, port)
    const refusal = options.refuse?.(request) ?? (target === undefined ? unreachable : undefined)
    if (refusal || target === undefined) return void client.end(refusalText(refusal ?? unreachable))
    tunnel(client, head, target)
  })
  return server
}

function tunnel(client: Socket, head: Buffer, port: number): void {
  const upstream = connect(port, '127.0.0.1', () => {
    client.write('HTTP/1.1 200 Connection established\r\nProxy-Agent: lab\r\n\r\n')
    if (head.length > 0) upstream.write(head)
    upstream.pipe(client).pipe(upstream)
  })
  upstream.on('error', () => client.destroy())
  upstream.on('close', () => client.destroy())
  client.on('close', () => upstream.destroy())
}

function forward({ name, log, destination, refuse }: ProxyOptions): RequestListener {
  return (request, response) => {
    logRequest(log, `proxy/${name}`, request)
    const url = requestUrl(request)
    const port = destination(url.hostname, Number(url.port || 80))
    const refusal = refuse?.(request) ?? (port === undefined ? unreachable : undefined)
    response.on('error', () => response.destroy())
    if (refusal) {
      response.writeHead(refusal.status, refusal.reason, { 'content-type': 'text/html', ...refusal.headers })
      return response.end(refusal.body)
    }
    const { 'proxy-authorization': _, 'proxy-connection': __, ...headers } = request.headers
    const target = { host: '127.0.0.1', port, method: request.method, path: url.pathname + url.search, headers }
    const upstream = send(target, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    upstream.on('error', () => response.destroy())
    response.on('close', () => upstream.destroy())
    request.pipe(upstream)
  }
}

function refusalText({ status, reason, headers, body }: Refusal): string {
  const lines = Object.entries({ 'Content-Type': 'text/html', 'Content-Length': Buffer.byteLength(body), ...headers })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return `HTTP/1.1 ${status} ${reason}\r\n${head}Connection: close\r\n\r\n${body}`
}

function authorityOf(target: string): { host: string; port: number } {
  const at = target.lastIndexOf(':')
  return { host: target.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(target.slice(at + 1)) }
}

function logConnect({ name, log }: ProxyOptions, request: IncomingMessage, host: string, port: number): void {
  logRequest(log, `proxy/${name}`, request)
  const entry = log.at(-1)
  if (entry) entry.path = `${host}:${port}`
}
