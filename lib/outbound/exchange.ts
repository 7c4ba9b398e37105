import type { Answer } from '#lib/providers/provider'
import { attempt } from './attempt.ts'
import { LIMITS, type Limits } from './limits.ts'
import type { OutboundPolicy } from './policy.ts'
import { makeScrubber } from './scrub.ts'
import type { NetworkFailure, Trace } from './trace.ts'

export interface OutboundRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD'
  url: string
  headers?: Record<string, string>
  body?: string
  /** `provider`: a fixed host of the catalogue, https on 443 only. `custom`: anything a person typed, also a base URL. */
  target: 'provider' | 'custom'
  /** Removed, in every usual encoding, from all that comes back. */
  secrets: readonly string[]
}

/** Either an answer or a failure, and one trace for each of dns, tcp, proxy, tls and http, in that order. */
export interface Exchange {
  host: string
  port: number
  secure: boolean
  target: OutboundRequest['target']
  /** True when the request went (or would have gone) to loopback or a private network: no outside probe can explain it. */
  local: boolean
  viaProxy: boolean
  traces: Trace[]
  answer?: Answer
  failure?: NetworkFailure
  /** The first try was cut in this way, and a fresh connection was tried once more. */
  retriedAfter?: NetworkFailure
  remoteAddress?: string
  /** The answer's Date header minus our clock; whole seconds, so under 2 s means nothing. */
  clockSkewMs?: number
  durationMs: number
}

/**
 * Sends one request on a fresh connection and never throws for what the network or the other side does.
 * `onTrace` hears each stage as it ends; when a cut connection is tried once more, the later trace of a stage stands.
 */
export async function exchange(
  request: OutboundRequest,
  policy: OutboundPolicy,
  limits: Limits = LIMITS,
  onTrace: (trace: Trace) => void = () => {},
): Promise<Exchange> {
  const started = performance.now()
  const leftMs = () => limits.totalMs - (performance.now() - started)
  const work = { request, policy, limits, leftMs, onTrace, scrub: makeScrubber(request.secrets) }
  const first = await attempt(work)
  const again = first.failure && mayRepeat(request, first.failure) && leftMs() > LEAST_FOR_RETRY_MS
  const result = again ? { ...(await attempt(work)), retriedAfter: first.failure } : first
  return { ...result, durationMs: performance.now() - started }
}

const LEAST_FOR_RETRY_MS = 1_000

/** A cut connection may be bad luck. What may already have taken effect is never sent twice. */
function mayRepeat(request: OutboundRequest, failure: NetworkFailure): boolean {
  const unsent = failure.stage !== 'http'
  return failure.kind === 'reset' && (unsent || request.method === 'GET' || request.method === 'HEAD')
}
