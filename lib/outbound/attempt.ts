import type { Socket } from 'node:net'
import type { Answer } from '#lib/providers/provider'
import { isLocalAddress } from './check-address.ts'
import { checkHeaders } from './check-headers.ts'
import { checkUrl, type Target } from './check-url.ts'
import type { Exchange, OutboundRequest } from './exchange.ts'
import type { Limits } from './limits.ts'
import { openConnection } from './open-connection.ts'
import type { OutboundPolicy } from './policy.ts'
import { chooseProxy, type OutboundProxy } from './proxy.ts'
import { readAnswer } from './read-answer.ts'
import { refuseThroughProxy } from './refuse-through-proxy.ts'
import type { Scrubber } from './scrub.ts'
import { sendRequest } from './send-request.ts'
import { Stopped } from './stopped.ts'
import type { Trace } from './trace.ts'
import { TraceLog } from './trace-log.ts'

interface Work {
  request: OutboundRequest
  policy: OutboundPolicy
  limits: Limits
  scrub: Scrubber
  leftMs: () => number
  onTrace: (trace: Trace) => void
}

/** What is known of the way to the target, as far as the attempt came. */
interface Way {
  target?: Target
  proxy?: OutboundProxy
  socket?: Socket
  remoteAddress?: string
}

/** One try of an exchange, on a connection of its own, which is closed at the end whatever happened. */
export async function attempt(work: Work): Promise<Omit<Exchange, 'durationMs'>> {
  const log = new TraceLog(work.scrub, work.onTrace)
  const way: Way = {}
  try {
    const answer = await ask(work, log, way)
    return { ...describe(work, log, way), answer, clockSkewMs: skew(answer) }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    const failure = work.scrub.deep(error.failure)
    log.fail(failure)
    return { ...describe(work, log, way), failure }
  } finally {
    way.socket?.destroy()
  }
}

async function ask(work: Work, log: TraceLog, way: Way): Promise<Answer> {
  const { request, policy, limits, leftMs } = work
  const target = decideTarget(request, policy)
  const proxy = chooseProxy(target, policy)
  Object.assign(way, { target, proxy })
  const refusal = proxy && refuseThroughProxy(target, policy)
  if (refusal) throw notAllowed(refusal)
  const unsendable = checkHeaders(request.headers ?? {})
  if (unsendable) throw new Stopped({ stage: 'http', kind: 'not_sendable', message: unsendable })
  const { socket, remoteAddress } = await openConnection({ target, proxy, policy, limits, leftMs, report: log.report })
  Object.assign(way, { socket, remoteAddress })
  const raw = await sendRequest({ socket, target, proxy, request, limits, leftMs }, log.report)
  return readAnswer(raw, work.scrub, limits.bodyBytes)
}

function decideTarget(request: OutboundRequest, policy: OutboundPolicy): Target {
  const checked = checkUrl(request.url, request.target, policy)
  if ('refused' in checked) throw notAllowed(checked.refused)
  return checked.target
}

function notAllowed(message: string): Stopped {
  return new Stopped({ stage: 'dns', kind: 'not_allowed', message })
}

function describe({ request, scrub }: Work, log: TraceLog, { target, proxy, remoteAddress }: Way) {
  const traces = log.finish()
  const addresses = traces[0].stage === 'dns' && !proxy ? traces[0].addresses : []
  return {
    host: scrub.text(target?.host ?? ''),
    port: target?.port ?? 0,
    secure: target?.secure ?? true,
    target: request.target,
    local: addresses.some(isLocalAddress),
    viaProxy: proxy !== undefined,
    traces,
    remoteAddress,
  }
}

function skew(answer: Answer): number | undefined {
  const at = Date.parse(answer.headers.date ?? '')
  return Number.isNaN(at) ? undefined : at - Date.now()
}
