import type { Certificate } from './read-chain.ts'

/** What one stage of an exchange saw: facts only, already scrubbed. Words for a reader are made in `lib/pairing/stages`. */
export type Trace = DnsTrace | TcpTrace | ProxyTrace | TlsTrace | HttpTrace
export type TraceStage = Trace['stage']

interface TraceBase {
  status: 'passed' | 'warned' | 'failed' | 'skipped'
  durationMs: number
  /** Why it was skipped: an earlier stage ended the exchange, or this one has nothing to do. */
  skipped?: 'not_reached' | 'literal_address' | 'no_proxy' | 'plain_http'
  failure?: NetworkFailure
}

export interface DnsTrace extends TraceBase {
  stage: 'dns'
  /** The name that was looked up: the proxy's when a proxy carries the request. */
  host: string
  addresses: string[]
  ofProxy: boolean
}

export interface TcpTrace extends TraceBase {
  stage: 'tcp'
  attempts: TcpAttempt[]
  remoteAddress?: string
  port: number
  ofProxy: boolean
}

export interface TcpAttempt {
  address: string
  outcome: 'connected' | 'failed'
  code?: string
  durationMs: number
}

export interface ProxyTrace extends TraceBase {
  stage: 'proxy'
  /** Host and port of the proxy, without its credentials. */
  proxy?: string
  /** What the proxy answered to CONNECT. Absent for plain http, which a proxy takes without CONNECT. */
  answeredStatus?: number
}

export interface TlsTrace extends TraceBase {
  stage: 'tls'
  servername: string
  protocol?: string
  cipher?: string
  /** The server's own certificate; after a failure all that it presented, leaf first, read without trusting it. */
  chain: Certificate[]
}

export interface HttpTrace extends TraceBase {
  stage: 'http'
  method: string
  /** Path without the query, scrubbed. */
  path: string
  answeredStatus?: number
  firstByteMs?: number
  bytes?: number
  contentType?: string
  /** Where a redirect pointed; never followed. */
  location?: string
  /** Why reading stopped before the end of the body. */
  cutShort?: 'size' | 'time'
}

/** Why an exchange ended without an answer. Its sentence is ours: no library's message is passed on. */
export interface NetworkFailure {
  stage: TraceStage
  kind: FailureKind
  /** Code of Node, OpenSSL or undici as it came: `ECONNREFUSED`, `CERT_HAS_EXPIRED`. */
  code?: string
  message: string
  /** For proxy failures: what the proxy answered. */
  answeredStatus?: number
}

export type FailureKind =
  /** Refused by our own rule, or not sendable at all: nothing was sent. */
  | 'not_allowed'
  | 'not_sendable'
  | 'dns_not_found'
  | 'dns_temporary'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'reset'
  | 'proxy_auth_required'
  | 'proxy_refused'
  | 'certificate'
  | 'tls_protocol'
  /** Bytes that are not HTTP, or headers past the limit. */
  | 'malformed'
