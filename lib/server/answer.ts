import { type ServerResponse, STATUS_CODES } from 'node:http'

/** Answers with JSON that nobody may keep. */
export function answerJson(response: ServerResponse, status: number, body: unknown, type = 'application/json'): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(body))
}

/** Refuses before any route was asked, in the form of every other error of the API. */
export function refuse(response: ServerResponse, status: number, code: string, detail: string): void {
  const problem = { type: 'about:blank', title: STATUS_CODES[status], status, code, detail }
  answerJson(response, status, problem, 'application/problem+json')
}
