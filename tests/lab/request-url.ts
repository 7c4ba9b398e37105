import type { IncomingMessage } from 'node:http'

/** The request's URL, whether it came as a path (to a server) or as a whole address (to a proxy). */
export function requestUrl(request: IncomingMessage): URL {
  const target = request.url ?? '/'
  const address = target.startsWith('/') ? `http://lab${target}` : target
  return URL.canParse(address) ? new URL(address) : new URL('http://lab/')
}
