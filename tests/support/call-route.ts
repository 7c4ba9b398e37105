import type { Route } from '#lib/http/route'
import { routes } from '../../app/api/v1/routes.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Call {
  token?: string | undefined
  body?: unknown
  /** Sent as it is, with this media type. */
  text?: string
  headers?: Record<string, string>
}

/** Asks a route as a program would: `callRoute('POST', '/keys/key_1/reveals', { token, body })`. */
export function callRoute(method: Method, address: string, call: Call = {}): Promise<Response> {
  const url = new URL(`http://127.0.0.1/api/v1${address}`)
  const { handler, params } = findRoute(method, url.pathname.replace('/api/v1', ''))
  const headers = new Headers(call.headers)
  headers.set('x-claviger-address', '192.0.2.7')
  if (call.token) headers.set('authorization', `Bearer ${call.token}`)
  if (call.body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json')
  const body = call.text ?? (call.body === undefined ? null : JSON.stringify(call.body))
  return handler(new Request(url, { method, headers, body }), { params: Promise.resolve(params) })
}

function findRoute(method: Method, pathname: string): { handler: Route; params: Record<string, string> } {
  // A written-out part beats a placeholder, as in Next.
  const candidates = Object.entries(routes).sort(([one], [other]) => one.split('{').length - other.split('{').length)
  for (const [template, module] of candidates) {
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
    const pattern = new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`)
    const match = pattern.exec(pathname)
    const handler = module[method]
    if (match && handler) {
      const values = match.slice(1).map(decodeURIComponent)
      return { handler, params: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])) }
    }
  }
  throw new Error(`no route answers ${method} ${pathname}`)
}
