import { createHash } from 'node:crypto'
import type { RequestListener, ServerResponse } from 'node:http'
import { logRequest, type RequestLog } from '../log-request.ts'
import { requestUrl } from '../request-url.ts'
import type { Answer } from '../scenario.ts'
import { writeAnswer } from '../write-answer.ts'
import { type ProviderStatus, type Told, writeStatus } from './status-forms.ts'
import { statusPageHosts } from './status-hosts.ts'

export type { ProviderStatus } from './status-forms.ts'
/** What a page may do instead of answering; what hangs ends, unfinished, when something is set anew. */
export const statusFaults = ['tooMany', 'serverError', 'html', 'huge', 'hanging'] as const
export type StatusFault = (typeof statusFaults)[number]

export interface StatusOptions {
  title?: string
  component?: string
  fault?: StatusFault
}

export const statusHosts = [...new Set(statusPageHosts.map(({ host }) => host))]

/** The status pages that say how a provider is; all operational until told otherwise. */
export function createStatusPages(log: RequestLog) {
  const told = new Map<string, Told>()
  const faults = new Map<string, StatusFault>()
  const hanging = new Set<ServerResponse>()
  const from = new Date()
  const fine: Told = { state: 'operational', title: '', component: '', startedAt: from }

  const listener: RequestListener = (request, response) => {
    const host = request.headers.host?.replace(/:\d+$/, '') ?? ''
    logRequest(log, host, request)
    const page = statusPageHosts.find((one) => one.host === host && one.path === requestUrl(request).pathname)
    if (!page) return writeAnswer(response, { status: 404, body: 'Not Found' })
    const fault = page.providerIds.map((id) => faults.get(id)).find(Boolean)
    if (fault === 'hanging') hanging.add(response)
    if (fault) return fail(response, fault)
    const known = page.providerIds.map((id) => told.get(id)).find(Boolean) ?? fine
    const { type, bytes } = writeStatus(page, { ...known, component: known.component || page.component })
    const etag = `"${createHash('sha1').update(bytes).digest('hex')}"`
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
    response.writeHead(200, { 'content-type': type, etag, 'content-length': bytes.length }).end(bytes)
  }

  const set = (providerId: string, state: ProviderStatus, { title, component = '', fault }: StatusOptions = {}) => {
    for (const response of hanging) response.end()
    hanging.clear()
    if (fault) faults.set(providerId, fault)
    else faults.delete(providerId)
    const now = new Date()
    const before = told.get(providerId)
    const usual = state === 'outage' ? 'API requests are failing' : 'Elevated error rates'
    const isOver = state === 'operational' && before && before.state !== 'operational'
    if (isOver) told.set(providerId, { ...before, state, endedAt: now })
    else if (state !== 'operational') told.set(providerId, { state, title: title ?? usual, component, startedAt: now })
  }
  return { listener, set }
}

const answers: Record<Exclude<StatusFault, 'huge' | 'hanging'>, Answer> = {
  tooMany: { status: 429, headers: { 'retry-after': '900' }, body: 'Too Many Requests' },
  serverError: { status: 500, body: { error: 'Internal Server Error' } },
  html: {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<!DOCTYPE html><html><head><title>All Systems Operational</title></head><body>Fine</body></html>',
  },
}

function fail(response: ServerResponse, fault: StatusFault): void {
  if (fault !== 'huge' && fault !== 'hanging') {
    writeAnswer(response, answers[fault])
    return
  }
  response.on('error', () => response.destroy())
  response.writeHead(200, { 'content-type': 'application/json' })
  response.write('{"status":{"indicator":"none"},"incidents":[')
  if (fault === 'huge') pour(response)
}

/** Well-formed, and without an end. */
function pour(response: ServerResponse): void {
  const piece = `${JSON.stringify({ id: 'x', name: 'x'.repeat(1000) })},`.repeat(64)
  while (!response.destroyed && response.write(piece));
  response.once('drain', () => pour(response))
}
