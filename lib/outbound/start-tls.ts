import type { Socket } from 'node:net'
import { type ConnectionOptions, connect, type SecureContext, type TLSSocket } from 'node:tls'
import { type Certificate, describeCertificate } from './read-chain.ts'
import { codeOf, isCut, Stopped } from './stopped.ts'
import type { NetworkFailure, TlsTrace } from './trace.ts'

interface Handshake {
  host: string
  literal: boolean
  context: SecureContext
  limitMs: number
  /** Opens a second connection and reads what the server presents, for evidence; nothing is sent on it. */
  readChain: () => Promise<Certificate[]>
}

/** Turns an open connection into a TLS one that this machine trusts for this host, HTTP/1.1 only. */
export async function startTls(
  socket: Socket,
  handshake: Handshake,
  report: (trace: TlsTrace) => void,
): Promise<TLSSocket> {
  const started = performance.now()
  const trace = (durationMs: number, rest: Omit<TlsTrace, 'stage' | 'durationMs' | 'servername'>) =>
    report({ stage: 'tls', durationMs, servername: handshake.host, ...rest })
  try {
    const secured = await shakeHands(socket, tlsOptions(handshake), handshake.limitMs)
    const leaf = secured.getPeerX509Certificate()
    const chain = leaf ? [describeCertificate(leaf)] : []
    const protocol = secured.getProtocol() ?? undefined
    trace(performance.now() - started, { status: 'passed', protocol, cipher: secured.getCipher().name, chain })
    return secured
  } catch (error) {
    const durationMs = performance.now() - started
    const failure = readFailure(error, handshake.host)
    const chain = failure.kind === 'certificate' ? await handshake.readChain().catch(() => []) : []
    trace(durationMs, { status: 'failed', chain, failure })
    throw new Stopped(failure)
  }
}

/** An address is no server name (RFC 6066): it is compared with the certificate, but not sent. */
export function tlsOptions({
  host,
  literal,
  context,
}: Pick<Handshake, 'host' | 'literal' | 'context'>): ConnectionOptions {
  const name = literal ? { host } : { host, servername: host }
  return { ...name, secureContext: context, ALPNProtocols: ['http/1.1'] }
}

export function shakeHands(socket: Socket, options: ConnectionOptions, limitMs: number): Promise<TLSSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>()
  const secured = connect({ ...options, socket })
  const fail = (error: Error) => {
    clearTimeout(timer)
    secured.destroy()
    reject(error)
  }
  const failWith = (code: string) => fail(Object.assign(new Error('The handshake did not end.'), { code }))
  const timer = setTimeout(failWith, limitMs, 'ETIMEDOUT')
  secured.on('error', fail)
  secured.once('close', () => failWith('ECONNRESET'))
  if (socket.destroyed) failWith('ECONNRESET')
  secured.once('secureConnect', () => {
    clearTimeout(timer)
    resolve(secured)
  })
  return promise
}

function readFailure(error: unknown, host: string): NetworkFailure {
  const code = codeOf(error) ?? 'EPROTO'
  if (isCut(code))
    return { stage: 'tls', kind: 'reset', code, message: `The connection was cut during the TLS handshake.` }
  if (code === 'ETIMEDOUT')
    return {
      stage: 'tls',
      kind: 'timeout',
      code,
      message: 'The connection opened, but nothing answered the TLS handshake.',
    }
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO')
    return { stage: 'tls', kind: 'tls_protocol', code, message: `TLS could not be started with ${host}.` }
  return { stage: 'tls', kind: 'certificate', code, message: `The certificate shown for ${host} was not accepted.` }
}
