import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { makeLabCertificates } from '../../lab/tls/lab-certificates.ts'

/** A TLS server whose certificate no machine trusts. */
export async function startUntrusted(): Promise<{ port: number; close(): void }> {
  const { selfSigned } = makeLabCertificates(['127.0.0.1'])
  const server = createServer(selfSigned, (_request, response) => response.end())
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { port: (server.address() as AddressInfo).port, close: () => server.close() }
}
