import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerFetch } from '#lib/fetching/answer-fetch'
import { programOf } from '#lib/fetching/program-of'
import { FetchParams, FetchQuery } from '#lib/fetching/schema'
import { knownTags } from '#lib/fetching/tag-of'
import { ADDRESS_HEADER } from '#lib/http/address-header'
import { parse } from '#lib/http/parse'
import { problem } from '#lib/http/problem'

const PATH = /^\/api\/v1\/fetch\/([\w-]+)\/([\w-]+)(?:\?(.*))?$/

/**
 * Programs ask for their values in volume: whoever presents a scoped key is answered here, before Next. False where the
 * request is not of that kind, and nothing was done.
 */
export function fetchDoor(request: IncomingMessage, response: ServerResponse): boolean {
  const asked = request.method === 'GET' ? PATH.exec(request.url ?? '') : null
  if (!asked || asked[3]?.includes('%00')) return false
  const headers = new Headers()
  for (const name of ['authorization', 'user-agent', 'if-none-match'])
    if (typeof request.headers[name] === 'string') headers.set(name, request.headers[name])
  const program = programOf(headers, String(request.headers[ADDRESS_HEADER] ?? ''))
  if (!program) return false

  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const answer = async () => {
    const [, project, environment, search] = asked
    const params = parse(FetchParams, { project, environment }, 'path')
    const query = parse(FetchQuery, Object.fromEntries(new URLSearchParams(search)), 'query')
    return answerFetch(program, params, query, knownTags(headers.get('if-none-match')), gone.signal)
  }
  answer().then(
    ({ status, headers: told, body }) => {
      // With a length the answer is one write, without it three.
      const length = body === null ? {} : { 'content-length': Buffer.byteLength(body) }
      response.writeHead(status, { ...told, ...length }).end(body ?? undefined)
    },
    (error) => refuse(response, problem(error)),
  )
  return true
}

async function refuse(response: ServerResponse, refusal: Response): Promise<void> {
  const body = await refusal.text()
  response.writeHead(refusal.status, Object.fromEntries(refusal.headers)).end(body)
}
