import { connect as open, type Socket } from 'node:net'
import ipaddr from 'ipaddr.js'
import { codeOf, isCut, Stopped } from './stopped.ts'
import type { FailureKind, NetworkFailure, TcpAttempt, TcpTrace } from './trace.ts'

interface Destination {
  addresses: string[]
  port: number
  ofProxy: boolean
}

/** The most that one address may take while others wait behind it, so that a dead IPv6 route costs little. */
const ONE_OF_MANY_MS = 1_200

/** Opens a connection to the first address that takes one, in order. The addresses have been checked: there is no lookup here. */
export async function connect(
  { addresses, port, ofProxy }: Destination,
  limitMs: number,
  report: (trace: TcpTrace) => void,
): Promise<Socket> {
  const started = performance.now()
  const attempts: TcpAttempt[] = []
  const trace = (rest: Pick<TcpTrace, 'status' | 'remoteAddress' | 'failure'>) =>
    report({ stage: 'tcp', durationMs: performance.now() - started, attempts, port, ofProxy, ...rest })
  for (const [index, address] of addresses.entries()) {
    const leftMs = limitMs - (performance.now() - started)
    if (leftMs <= 0) break
    const attemptStarted = performance.now()
    const record = (outcome: TcpAttempt['outcome'], code?: string) =>
      attempts.push({ address, outcome, code, durationMs: performance.now() - attemptStarted })
    const last = index === addresses.length - 1
    try {
      const socket = await openOne(address, port, last ? leftMs : Math.min(leftMs, ONE_OF_MANY_MS))
      record('connected')
      trace({ status: attempts.length > 1 ? 'warned' : 'passed', remoteAddress: socket.remoteAddress })
      return socket
    } catch (error) {
      record('failed', codeOf(error))
    }
  }
  const failure = readFailure(attempts, port, ofProxy)
  trace({ status: 'failed', failure })
  throw new Stopped(failure)
}

function openOne(address: string, port: number, limitMs: number): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  const socket = open({ host: address, port, noDelay: true })
  const fail = (code: string) => {
    socket.destroy()
    reject(Object.assign(new Error('The connection did not open.'), { code }))
  }
  const timer = setTimeout(fail, limitMs, 'ETIMEDOUT')
  // Stays for the socket's whole life: an error that nobody waits for any more must not end the process.
  socket.on('error', (error) => fail(codeOf(error) ?? 'EUNKNOWN'))
  socket.once('close', () => clearTimeout(timer))
  socket.once('connect', () => {
    clearTimeout(timer)
    if (isSameAddress(socket.remoteAddress, address)) resolve(socket)
    else fail('EADDRESSCHANGED')
  })
  return promise
}

/** A backstop: the address that we talk to is the one that was checked. */
function isSameAddress(remote: string | undefined, checked: string): boolean {
  return remote !== undefined && ipaddr.process(remote).toString() === ipaddr.process(checked).toString()
}

/** A plain refusal says the most, then a cut, then silence, then a missing route. */
const BY_WEIGHT: [FailureKind, (code: string) => boolean, string][] = [
  ['refused', (code) => code === 'ECONNREFUSED', 'refused the connection'],
  ['reset', isCut, 'cut the connection while it was being opened'],
  ['timeout', (code) => code === 'ETIMEDOUT', 'did not answer in time'],
  ['unreachable', () => true, 'cannot be reached from here'],
]

function readFailure(attempts: TcpAttempt[], port: number, ofProxy: boolean): NetworkFailure {
  for (const [kind, matches, says] of BY_WEIGHT) {
    const attempt = attempts.find(({ code }) => code !== undefined && matches(code))
    if (attempt) {
      const who = `${ofProxy ? 'The proxy at ' : ''}${attempt.address} port ${port}`
      return { stage: 'tcp', kind, code: attempt.code, message: `${who} ${says}.` }
    }
  }
  return { stage: 'tcp', kind: 'timeout', code: 'ETIMEDOUT', message: 'No time was left to connect.' }
}
