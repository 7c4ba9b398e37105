import type { IncomingMessage, RequestListener } from 'node:http'
import { answerCall } from './answer-call.ts'
import type { Keyring } from './create-keyring.ts'
import { logRequest, type RequestLog } from './log-request.ts'
import { requestUrl } from './request-url.ts'
import type { Call, Provider } from './scenario.ts'
import { writeAnswer } from './write-answer.ts'

const bodyLimit = 1024 * 1024

/** The request listener that speaks one provider's language. */
export function serveHost(
  provider: Provider,
  keyring: Keyring,
  log: RequestLog,
  server = provider.host,
): RequestListener {
  return async (request, response) => {
    const body = await readBody(request).catch(() => undefined)
    if (body === undefined) return response.destroy()
    logRequest(log, server, request, body)
    try {
      writeAnswer(response, answerCall(provider, keyring, readCall(request, body)), provider.indent)
    } catch (mistake) {
      console.error(`The lab's answers for ${provider.id} are wrong:`, mistake)
      response.destroy()
    }
  }
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= bodyLimit) chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function readCall(request: IncomingMessage, body: string): Call {
  const url = requestUrl(request)
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body,
  }
}
