import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How the provider behaves towards whoever asks, by the first part of the path. */
export type Behaviour = (response: ServerResponse) => void

export interface MockProvider {
  port: number
  /** Presented keys, in the order in which they came. */
  keys: string[]
  /** The only key that is accepted. */
  current: string
  close(): void
}

/**
 * What OpenAI-compatible servers answer to a streamed chat: `/v1` accepts the current key alone; `/NAME/v1` does what the
 * behaviour of that name does.
 */
export async function startMockProvider(current: string, behaviours: Record<string, Behaviour>): Promise<MockProvider> {
  const mock = { current, keys: [] as string[] }
  const server = createServer((request, response) => {
    request.resume()
    const key = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    mock.keys.push(key)
    const behaviour = behaviours[request.url?.split('/')[1] ?? '']
    if (behaviour) return behaviour(response)
    if (key === mock.current) return stream(response)
    json(response, 401, {
      message: 'Incorrect API key provided.',
      type: 'invalid_request_error',
      code: 'invalid_api_key',
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return Object.assign(mock, {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  })
}

export function json(response: ServerResponse, status: number, error: Record<string, unknown>): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error }))
}

function stream(response: ServerResponse): void {
  const about = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'mock-1' }
  const chunk = (choice: object) => `data: ${JSON.stringify({ ...about, choices: [{ index: 0, ...choice }] })}\n\n`
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write(chunk({ delta: { role: 'assistant', content: 'pong' }, finish_reason: null }))
  response.write(chunk({ delta: {}, finish_reason: 'stop' }))
  response.write(
    `data: ${JSON.stringify({ ...about, choices: [], usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } })}\n\n`,
  )
  response.end('data: [DONE]\n\n')
}
