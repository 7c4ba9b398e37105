import { lookup } from 'node:dns/promises'
import { codeOf, Stopped } from './stopped.ts'
import type { DnsTrace, NetworkFailure } from './trace.ts'
import type { Vetted } from './vet.ts'
import { within } from './within.ts'

interface Question {
  host: string
  /** The host is an address already: nothing is looked up, but it is vetted all the same. */
  literal: boolean
  ofProxy: boolean
  limitMs: number
  vet: (found: string[]) => Vetted
}

/**
 * Every address of a name, asked once, through the system's resolver and hosts file as all other traffic of this machine
 * sees it. What is returned is what will be connected to; the name is not asked again.
 */
export async function resolve(question: Question, report: (trace: DnsTrace) => void) {
  const started = performance.now()
  const { host, ofProxy } = question
  const trace = (rest: Pick<DnsTrace, 'status' | 'addresses' | 'failure' | 'skipped'>) =>
    report({ stage: 'dns', durationMs: performance.now() - started, host, ofProxy, ...rest })
  const fail = (failure: NetworkFailure, addresses: string[] = []): never => {
    trace({ status: 'failed', addresses, failure })
    throw new Stopped(failure)
  }
  const found = question.literal
    ? [host]
    : await lookUp(host, question.limitMs).catch((error: unknown) => fail(readFailure(host, error)))
  const vetted = question.vet(found)
  if ('refused' in vetted) return fail({ stage: 'dns', kind: 'not_allowed', message: vetted.refused }, found)
  const { addresses } = vetted
  trace(
    question.literal ? { status: 'skipped', skipped: 'literal_address', addresses } : { status: 'passed', addresses },
  )
  return vetted
}

async function lookUp(host: string, limitMs: number): Promise<string[]> {
  const found = await within(lookup(host, { all: true, order: 'verbatim' }), limitMs, tooSlow)
  return [...new Set(found.map((entry) => entry.address))]
}

function tooSlow(): Error {
  return Object.assign(new Error('The resolver did not answer in time.'), { code: 'ETIMEOUT' })
}

const NO_SUCH_NAME = new Set(['ENOTFOUND', 'EAI_NONAME', 'EAI_NODATA', 'ENODATA'])

function readFailure(host: string, error: unknown): NetworkFailure {
  const code = codeOf(error)
  return code && NO_SUCH_NAME.has(code)
    ? { stage: 'dns', kind: 'dns_not_found', code, message: `The name ${host} has no address here.` }
    : { stage: 'dns', kind: 'dns_temporary', code, message: `The resolver could not say what ${host} is.` }
}
