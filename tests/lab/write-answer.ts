import type { ServerResponse } from 'node:http'
import type { Answer } from './scenario.ts'

export function writeAnswer(response: ServerResponse, answer: Answer, indent?: number): void {
  const isText = typeof answer.body === 'string'
  const text = isText ? String(answer.body) : JSON.stringify(answer.body, undefined, indent)
  response.on('error', () => response.destroy())
  response.writeHead(answer.status, {
    'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json',
    ...answer.headers,
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}
