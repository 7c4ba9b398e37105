import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createSecureContext, type SecureContext } from 'node:tls'
import { type Listening, listen } from '../listen.ts'
import type { Identity, LabCertificates } from './lab-certificates.ts'

const faults = [
  'good',
  'expired',
  'notYetValid',
  'wrongName',
  'selfSigned',
  'missingIntermediate',
  'interceptor',
] as const
type Fault = (typeof faults)[number] | 'oldProtocol' | 'plainHttpOnTlsPort'

/** The name of a fault behind the lab's proxies: a stored address outlives the ports. */
export const faultHost = (fault: string): string => `${fault.toLowerCase()}.lab.test`

/** One server for each way in which TLS goes wrong; behind each the same provider answers. */
export async function startTlsFaults(certificates: LabCertificates, serve: (server: string) => RequestListener) {
  const started: [Fault, Listening][] = await Promise.all([
    ...faults.map(
      async (name): Promise<[Fault, Listening]> => [
        name,
        await startTlsServer(certificates[name], serve(`tls/${name}`)),
      ],
    ),
    startOldProtocol(certificates.good, serve('tls/oldProtocol')),
    listen(createHttpServer(serve('tls/plainHttpOnTlsPort'))).then((one): [Fault, Listening] => [
      'plainHttpOnTlsPort',
      one,
    ]),
  ])
  const ports = Object.fromEntries(started.map(([name, { port }]) => [name, port])) as Record<Fault, number>
  return { ports, close: () => Promise.all(started.map(([, one]) => one.close())) }
}

export function startTlsServer(identity: Identity, listener: RequestListener): Promise<Listening> {
  const { key, cert, forName } = identity
  const contexts = new Map<string, SecureContext>()
  const contextOf = (name: string, make: (name: string) => Identity) => {
    const context = contexts.get(name) ?? createSecureContext(make(name))
    contexts.set(name, context)
    return context
  }
  const byName = forName && {
    SNICallback: (name: string, done: (error: null, context: SecureContext) => void) =>
      done(null, contextOf(name, forName)),
  }
  return listen(createHttpsServer({ key, cert, ...byName }, listener))
}

/** TLS 1.1 at most; OpenSSL allows that only at security level 0. */
async function startOldProtocol(identity: Identity, listener: RequestListener): Promise<[Fault, Listening]> {
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
  return ['oldProtocol', await listen(createHttpsServer({ ...identity, ...old }, listener))]
}
