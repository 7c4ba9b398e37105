import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Asked {
  method: string
  path: string
  headers: IncomingMessage['headers']
}

export interface Reply {
  status?: number
  headers?: Record<string, string>
  /** A string is sent as it stands, anything else as JSON. */
  body?: unknown
}

/** A real HTTP server on loopback that answers as told and remembers what it was asked. */
export async function startAnsweringServer(answer: (asked: Asked) => Reply) {
  const asked: Asked[] = []
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers }
    asked.push(one)
    const { status = 200, headers = {}, body = '' } = answer(one)
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    response.writeHead(status, {
      'content-type': typeof body === 'string' ? 'text/plain' : 'application/json',
      ...headers,
    })
    response.end(text)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    asked,
    origin: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
