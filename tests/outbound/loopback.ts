import { once } from 'node:events'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { OutboundRequest } from '#lib/outbound/exchange'
import { LIMITS, type Limits } from '#lib/outbound/limits'
import { type OutboundSettings, readPolicy } from '#lib/outbound/policy'

/** Limits short enough for a test to wait for. */
export const SHORT: Limits = {
  ...LIMITS,
  totalMs: 6_000,
  dnsMs: 1_500,
  tcpMs: 700,
  proxyMs: 700,
  tlsMs: 700,
  headersMs: 700,
  bodyMs: 400,
}

export function policyOf(settings: Partial<OutboundSettings> = {}) {
  return readPolicy({ outboundAllow: ['127.0.0.1'], noProxy: [], dnsCompare: [], ...settings })
}

export function get(url: string, more: Partial<OutboundRequest> = {}): OutboundRequest {
  return { method: 'GET', url, target: 'custom', secrets: [], ...more }
}

/** A real HTTP server on a free loopback port, for one test; counts the connections that reach it. */
export async function serveHttp(listener: RequestListener) {
  return count(createHttpServer(listener))
}

/** The same for bytes that are not HTTP, or not yet. */
export async function serveBytes(onSocket: (socket: Socket) => void) {
  return count(createServer(onSocket))
}

async function count(server: Server) {
  const sockets = new Set<Socket>()
  const seen = { connections: 0, open: () => sockets.size }
  server.on('connection', (socket: Socket) => {
    seen.connections++
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return Object.assign(seen, { port, url: `http://127.0.0.1:${port}` })
}
