import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:net'
import { listen } from '../listen.ts'
import type { RequestLog } from '../log-request.ts'
import { createProxy, type Destination, type Refusal } from './create-proxy.ts'

const credentials = `Basic ${Buffer.from('lab:lab').toString('base64')}`

const page = (title: string, text: string) =>
  `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>\n`

function wantsSignIn(request: IncomingMessage): Refusal | undefined {
  if (request.headers['proxy-authorization'] === credentials) return undefined
  return {
    status: 407,
    reason: 'Proxy Authentication Required',
    headers: { 'Proxy-Authenticate': 'Basic realm="lab"' },
    body: page(
      'Cache Access Denied',
      'Sorry, you are not allowed to request this until you have authenticated yourself.',
    ),
  }
}

const forbids = (): Refusal => ({
  status: 403,
  reason: 'Forbidden',
  headers: { 'X-Squid-Error': 'ERR_ACCESS_DENIED 0' },
  body: page('Access Denied', 'Access control configuration prevents your request from being allowed at this time.'),
})

const fails = (): Refusal => ({
  status: 502,
  reason: 'Bad Gateway',
  headers: { 'X-Squid-Error': 'ERR_CONNECT_FAIL 111' },
  body: page('The requested URL could not be retrieved', 'The remote host or network may be down.'),
})

/** `open` and `intercepting` forward; the others are the ways in which a company's proxy stands between. */
export async function startProxies(log: RequestLog, destinations: { honest: Destination; inspected: Destination }) {
  const proxy = (
    name: string,
    refuse?: (request: IncomingMessage) => Refusal | undefined,
    destination = destinations.honest,
  ) => listen(createProxy({ name, log, destination, refuse }))
  const [open, authRequired, forbidden403, badGateway, intercepting, silent] = await Promise.all([
    proxy('open'),
    proxy('authRequired', wantsSignIn),
    proxy('forbidden403', forbids),
    proxy('badGateway', fails),
    proxy('intercepting', undefined, destinations.inspected),
    listen(createServer((socket) => socket.resume())),
  ])
  const all = { open, authRequired, forbidden403, badGateway, intercepting, silent }
  const urls = Object.fromEntries(Object.entries(all).map(([name, { port }]) => [name, `http://127.0.0.1:${port}`]))
  return {
    urls: urls as Record<keyof typeof all, string>,
    close: () => Promise.all(Object.values(all).map((one) => one.close())),
  }
}
