import type { IncomingMessage } from 'node:http'
import { requestUrl } from './request-url.ts'

export type LoggedRequest = {
  /** Who received it: a host, `hostile/endless`, `proxy/open`, `tls/expired` … */
  server: string
  method: string
  /** Without the query, which may hold a key, and without the one that Telegram takes in the path. */
  path: string
  queryNames: string[]
  headerNames: string[]
  /** Whether anything that looks like a credential came along. */
  hadSecret: boolean
  at: Date
  /** Whether this very text came anywhere in the request line, headers or body; the text itself is not listed. */
  carried: (text: string) => boolean
}

export type RequestLog = LoggedRequest[]

const credentialHeaders = [
  'authorization',
  'x-api-key',
  'x-goog-api-key',
  'private-token',
  'api-key',
  'x-postmark-server-token',
  'x-shopify-access-token',
  'apikey',
  'dd-api-key',
  'x-vault-token',
  'cookie',
]
const kept = 10_000

/** Notes a request; of the values only a closure is kept, so that printing the log prints no key. */
export function logRequest(log: RequestLog, server: string, request: IncomingMessage, body = ''): void {
  const url = requestUrl(request)
  const raw = [request.url, ...request.rawHeaders, body].join('\n')
  const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const whole = basic ? `${raw}\n${Buffer.from(basic, 'base64')}` : raw
  const path = url.pathname.replace(/^\/bot[^/]+/, '/bot…')
  log.push({
    server,
    method: request.method ?? '',
    path,
    queryNames: [...url.searchParams.keys()],
    headerNames: Object.keys(request.headers),
    hadSecret:
      path !== url.pathname ||
      ['key', 'access_token'].some((name) => url.searchParams.has(name)) ||
      credentialHeaders.some((name) => name in request.headers),
    at: new Date(),
    carried: (text) => whole.includes(text) || whole.includes(encodeURIComponent(text)),
  })
  if (log.length > kept) log.splice(0, log.length - kept)
}
