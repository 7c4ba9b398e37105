import type { Scrubber } from './scrub.ts'
import type { DnsTrace, HttpTrace, NetworkFailure, ProxyTrace, TcpTrace, TlsTrace, Trace } from './trace.ts'

type Traces = [DnsTrace, TcpTrace, ProxyTrace, TlsTrace, HttpTrace]

/** One trace a stage, scrubbed before anybody sees it, and passed on as the stage ends. */
export class TraceLog {
  readonly #traces: Traces = notReached()
  readonly #reported = new Set<Trace['stage']>()
  readonly #scrub: Scrubber
  readonly #onTrace: (trace: Trace) => void

  constructor(scrub: Scrubber, onTrace: (trace: Trace) => void) {
    this.#scrub = scrub
    this.#onTrace = onTrace
  }

  report = (trace: Trace): void => {
    const clean = this.#scrub.deep(trace)
    this.#traces[this.#traces.findIndex(({ stage }) => stage === clean.stage)] = clean
    this.#reported.add(clean.stage)
    this.#onTrace(clean)
  }

  /** Marks the stage of a failure as failed, unless the stage itself has said so. */
  fail(failure: NetworkFailure): void {
    const trace = this.#traces.find(({ stage }) => stage === failure.stage)
    if (trace && trace.failure === undefined) this.report({ ...trace, status: 'failed', skipped: undefined, failure })
  }

  /** All five in order; the stages that were never reached are reported as skipped. */
  finish(): Traces {
    for (const trace of this.#traces) if (!this.#reported.has(trace.stage)) this.report(trace)
    return this.#traces
  }
}

function notReached(): Traces {
  const base = { status: 'skipped', skipped: 'not_reached', durationMs: 0 } as const
  return [
    { ...base, stage: 'dns', host: '', addresses: [], ofProxy: false },
    { ...base, stage: 'tcp', attempts: [], port: 0, ofProxy: false },
    { ...base, stage: 'proxy' },
    { ...base, stage: 'tls', servername: '', chain: [] },
    { ...base, stage: 'http', method: '', path: '' },
  ]
}
