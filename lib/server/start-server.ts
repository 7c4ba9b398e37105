import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Env } from '#lib/env'
import { AppError } from '#lib/errors'
import { ADDRESS_HEADER } from '#lib/http/address-header'
import { allowedHost } from './allowed-host.ts'
import { answerJson, refuse } from './answer.ts'
import { answerPackage } from './answer-package.ts'
import { cleanHeaders } from './clean-headers.ts'
import { clientAddress } from './client-address.ts'
import { fetchDoor } from './fetch-door.ts'
import type { Readiness } from './health.ts'
import { setSecurityHeaders } from './security-headers.ts'

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

export interface RunningServer {
  http: ReturnType<typeof createServer>
  /** Lets requests through once everything behind them is ready. */
  open(behind: { handle: Handler; readiness: () => Promise<Readiness> }): void
  /** Takes no new connection, and gives open requests five seconds. */
  close(): Promise<void>
}

const DRAIN_MS = 5000
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Owns the port from the first moment: a taken port is found before anything else is done, and health can be asked. */
export async function startServer(env: Env, { dev = false } = {}): Promise<RunningServer> {
  let behind: Parameters<RunningServer['open']>[0] | undefined
  const isAllowedHost = allowedHost(env)
  const addressOf = clientAddress(env.trustedProxies)
  const surroundings = { dev, secure: env.url.startsWith('https:') }

  const http = createServer({ headersTimeout: 20_000, keepAliveTimeout: 65_000 }, async (request, response) => {
    const address = addressOf(request)
    cleanHeaders(request.headers, dev)
    setSecurityHeaders(request, response, surroundings)
    request.headers[ADDRESS_HEADER] = address
    request.headers['x-forwarded-proto'] = surroundings.secure ? 'https' : 'http'
    const path = pathOf(request)
    if (path === undefined) return refuse(response, 400, 'invalid', 'This request is not for a path of this server.')
    if (path === '/api/v1/health/live') return answerJson(response, 200, { status: 'live' })
    if (path === '/api/v1/health/ready') return answerReady(response, behind?.readiness)
    if (!isAllowedHost(request.headers.host)) return refuse(response, 421, 'invalid', MISDIRECTED)
    if (path.startsWith('/_next/image')) return refuse(response, 404, 'not_found', 'There is nothing here.')
    if (!behind) return refuse(response, 503, 'unavailable', 'Claviger is starting. Try again in a moment.')
    if (fetchDoor(request, response)) return
    if (path === '/cli.tgz') return answerPackage(response)
    try {
      await behind.handle(request, response)
    } catch {
      breakOff(response)
    }
  })
  if (!dev)
    http.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 426 Upgrade Required\r\nConnection: close\r\n\r\n'))
  await listen(http, env)
  return {
    http,
    open(next) {
      behind = next
    },
    close: () => drain(http),
  }
}

const MISDIRECTED =
  'Claviger does not answer under this host name. Ask for it at its own address, or set CLAVIGER_URL to the address that you use.'

/** The path asked for; undefined for what no browser asks its server: another server's address, `//`, a trace. */
function pathOf(request: IncomingMessage): string | undefined {
  const url = request.url ?? ''
  if (!METHODS.includes(request.method ?? '') || !/^\/(?![/\\])/.test(url)) return undefined
  return url.split('?', 1)[0]
}

async function answerReady(response: ServerResponse, readiness = starting): Promise<void> {
  const { reasons, warnings } = await readiness()
  if (reasons.length) return answerJson(response, 503, { status: 'not ready', reasons })
  answerJson(response, 200, { status: 'ready', ...(warnings.length ? { warnings } : {}) })
}

const starting = async (): Promise<Readiness> => ({ reasons: ['Claviger is starting.'], warnings: [] })

/** Whatever went wrong behind the port ends this one request, never the process. */
function breakOff(response: ServerResponse): void {
  if (response.headersSent) response.destroy()
  else refuse(response, 500, 'unavailable', 'Something went wrong here. Try again.')
}

function listen(http: RunningServer['http'], { host, port }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(listenFailure(error, host, port)))
    http.listen(port, host, resolve)
  })
}

function listenFailure(cause: NodeJS.ErrnoException, host: string, port: number): AppError {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is already taken. Stop what listens there, or choose another one: PORT=${port + 1} npm start`,
    EACCES: `Port ${port} may not be opened by this user. Choose one above 1023 with PORT.`,
    EADDRNOTAVAIL: `HOST is ${host}, which is not an address of this machine.`,
    ENOTFOUND: `HOST is ${host}, which is not an address of this machine.`,
  }
  const sentence = sentences[cause.code ?? ''] ?? `Claviger cannot listen on ${host}:${port} (${cause.code}).`
  return new AppError('unavailable', sentence, { cause })
}

async function drain(http: RunningServer['http']): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()))
  http.closeIdleConnections()
  await Promise.race([closed, sleep(DRAIN_MS, undefined, { ref: false })])
  http.closeAllConnections()
  await closed
}
