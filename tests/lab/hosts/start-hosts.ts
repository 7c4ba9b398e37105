import { createServer, type RequestListener } from 'node:http'
import { type Listening, listen } from '../listen.ts'
import type { LabCertificates } from '../tls/lab-certificates.ts'
import { startTlsServer } from '../tls/start-tls-faults.ts'

export type HostPorts = Map<string, { http: number; tls: number }>

/** Every real host name gets a plain and a TLS server of its own. */
export async function startHosts(certificates: LabCertificates, listeners: Map<string, RequestListener>) {
  const started = await Promise.all(
    [...listeners].map(async ([host, listener]) => {
      const servers: [Listening, Listening] = await Promise.all([
        listen(createServer(listener)),
        startTlsServer(certificates.good, listener),
      ])
      return { host, servers }
    }),
  )
  const ports: HostPorts = new Map(
    started.map(({ host, servers: [http, tls] }) => [host, { http: http.port, tls: tls.port }]),
  )
  return { ports, close: () => Promise.all(started.flatMap(({ servers }) => servers.map((one) => one.close()))) }
}
