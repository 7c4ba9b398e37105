import { request } from 'node:http'
import type { Socket } from 'node:net'
import type { Target } from './check-url.ts'
import type { OutboundProxy } from './proxy.ts'
import { codeOf, Stopped } from './stopped.ts'
import type { NetworkFailure, ProxyTrace } from './trace.ts'
import { within } from './within.ts'

/** Asks a proxy, on an open connection to it, for a tunnel to the target (CONNECT). */
export async function openTunnel(
  socket: Socket,
  proxy: OutboundProxy,
  target: Pick<Target, 'host' | 'port'>,
  limitMs: number,
  report: (trace: ProxyTrace) => void,
): Promise<Socket> {
  const started = performance.now()
  const name = `${proxy.host}:${proxy.port}`
  const trace = (rest: Pick<ProxyTrace, 'status' | 'answeredStatus' | 'failure'>) =>
    report({ stage: 'proxy', durationMs: performance.now() - started, proxy: name, ...rest })
  const fail = (failure: NetworkFailure): never => {
    trace({ status: 'failed', answeredStatus: failure.answeredStatus, failure })
    socket.destroy()
    throw new Stopped(failure)
  }
  const answer = within(ask(socket, proxy, target), limitMs, tooSlow)
  const status = await answer.catch((error: unknown) => fail(readError(name, codeOf(error))))
  if (status < 200 || status > 299) return fail(readRefusal(name, status))
  trace({ status: 'passed', answeredStatus: status })
  return socket
}

function ask(socket: Socket, proxy: OutboundProxy, { host, port }: Pick<Target, 'host' | 'port'>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const headers = { host: authority, ...(proxy.authorization && { 'proxy-authorization': proxy.authorization }) }
  const asked = request({ method: 'CONNECT', path: authority, headers, createConnection: () => socket })
  asked.once('error', reject)
  asked.once('connect', (response, _socket, head: Buffer) => {
    if (head.length > 0) socket.unshift(head)
    resolve(response.statusCode ?? 0)
  })
  asked.once('response', (response) => resolve(response.statusCode ?? 0))
  asked.end()
  return promise
}

function tooSlow(): Error {
  return Object.assign(new Error('The proxy did not answer in time.'), { code: 'ETIMEDOUT' })
}

function readError(name: string, code = 'EPROTO'): NetworkFailure {
  const says = code === 'ETIMEDOUT' ? 'did not answer the request for a tunnel' : 'ended the request for a tunnel'
  return { stage: 'proxy', kind: 'proxy_refused', code, message: `The proxy ${name} ${says}.` }
}

function readRefusal(name: string, answeredStatus: number): NetworkFailure {
  return answeredStatus === 407
    ? {
        stage: 'proxy',
        kind: 'proxy_auth_required',
        answeredStatus,
        message: `The proxy ${name} wants a sign-in (407).`,
      }
    : {
        stage: 'proxy',
        kind: 'proxy_refused',
        answeredStatus,
        message: `The proxy ${name} answered ${answeredStatus} and opened no tunnel.`,
      }
}
