import type { Socket } from 'node:net'
import { Client, type Dispatcher, errors } from 'undici'
import type { Target } from './check-url.ts'
import type { OutboundRequest } from './exchange.ts'
import type { Limits } from './limits.ts'
import type { OutboundProxy } from './proxy.ts'
import { type RawAnswer, traceHeaders } from './read-answer.ts'
import { readBody } from './read-body.ts'
import { codeOf, isCut, Stopped } from './stopped.ts'
import type { HttpTrace, NetworkFailure } from './trace.ts'

interface Errand {
  /** Open, and trusted where it is secure. */
  socket: Socket
  target: Target
  proxy?: OutboundProxy
  request: OutboundRequest
  limits: Limits
  leftMs: () => number
}

type Report = (trace: HttpTrace) => void

/** Sends the request over this very socket and reads what comes back, within limits. Redirects are not followed. */
export async function sendRequest(errand: Errand, report: Report): Promise<RawAnswer> {
  const { socket, target, request, limits } = errand
  const started = performance.now()
  const path = target.path.split('?')[0] ?? '/'
  const trace: HttpTrace = { stage: 'http', status: 'passed', durationMs: 0, method: request.method, path }
  const stop = new AbortController()
  const client = new Client(target.origin, {
    // undici resumes its queue in this callback, which must not happen while it is still asking for the connection.
    connect: (_options, callback) => queueMicrotask(() => callback(null, socket)),
    allowH2: false,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  const spent = () => performance.now() - started
  try {
    const answer = await headersWithin(client, errand, stop)
    trace.answeredStatus = answer.statusCode
    trace.firstByteMs = spent()
    const read = await bodyWithin(answer, errand, stop)
    const raw: RawAnswer = { ...read, status: answer.statusCode, headers: answer.headers }
    if (errand.proxy && !target.secure && raw.status === 407) throw signInWanted()
    const { cutShort } = read
    report({ ...trace, ...traceHeaders(raw.headers), durationMs: spent(), bytes: read.bytes.length, cutShort })
    return raw
  } catch (error) {
    const failure = error instanceof Stopped ? error.failure : readFailure(error, stop.signal.aborted)
    if (failure.stage === 'http') report({ ...trace, status: 'failed', durationMs: spent(), failure })
    throw new Stopped(failure)
  } finally {
    void client.destroy()
  }
}

async function headersWithin(client: Client, errand: Errand, stop: AbortController): Promise<Dispatcher.ResponseData> {
  const { target, proxy, request, limits, leftMs } = errand
  // A proxy takes plain http in absolute form; through a tunnel, and without a proxy, only the path is sent.
  const direct = target.secure || !proxy
  const path = direct ? target.path : `${target.origin}${target.path}`
  const signIn = direct || !proxy.authorization ? {} : { 'proxy-authorization': proxy.authorization }
  const headers = { 'user-agent': 'Claviger', ...request.headers, ...signIn, 'accept-encoding': 'identity' }
  const timer = setTimeout(() => stop.abort(), Math.min(limits.headersMs, leftMs()))
  try {
    return await client.request({ method: request.method, path, headers, body: request.body, signal: stop.signal })
  } finally {
    clearTimeout(timer)
  }
}

/** A body that takes too long is kept as far as it came: its status has already been said. */
async function bodyWithin(answer: Dispatcher.ResponseData, { limits, leftMs }: Errand, stop: AbortController) {
  const timer = setTimeout(() => stop.abort(), Math.min(limits.bodyMs, leftMs()))
  try {
    const body = await readBody(answer.body, limits.bodyBytes, stop.signal)
    const cutShort = stop.signal.aborted ? ('time' as const) : body.truncated ? ('size' as const) : undefined
    return { ...body, cutShort }
  } finally {
    clearTimeout(timer)
  }
}

function signInWanted(): Stopped {
  const message = 'The proxy wants a sign-in (407).'
  return new Stopped({ stage: 'proxy', kind: 'proxy_auth_required', answeredStatus: 407, message })
}

const NOT_SENDABLE = new Set(['UND_ERR_INVALID_ARG', 'UND_ERR_NOT_SUPPORTED', 'UND_ERR_REQ_CONTENT_LENGTH_MISMATCH'])

function readFailure(error: unknown, outOfTime: boolean): NetworkFailure {
  const code = codeOf(error)
  const stage = 'http'
  // So undici calls an interim answer that nobody asked for: 100 and 101.
  if (error instanceof errors.SocketError && /^bad (response|upgrade)$/.test(error.message))
    return { stage, kind: 'malformed', code, message: 'What came back is no answer to an ordinary request.' }
  if (outOfTime)
    return { stage, kind: 'timeout', code: 'ETIMEDOUT', message: 'The request was sent, and no answer came in time.' }
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return { stage, kind: 'malformed', code, message: 'The answer began with more headers than are read.' }
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH')
    return { stage, kind: 'malformed', code, message: 'The answer announced another length than it has.' }
  if (isCut(code))
    return {
      stage,
      kind: 'reset',
      code,
      message: 'The connection was cut after the request was sent, before the answer was complete.',
    }
  if (code && NOT_SENDABLE.has(code))
    return { stage, kind: 'not_sendable', code, message: 'The request could not be put into HTTP. Nothing was sent.' }
  if (code?.startsWith('ERR_SSL_'))
    return {
      stage,
      kind: 'tls_protocol',
      code,
      message: 'The server ended TLS after the handshake; it may want a client certificate.',
    }
  return { stage, kind: 'malformed', code, message: 'What came back is not HTTP.' }
}
