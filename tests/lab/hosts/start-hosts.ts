import { createServer, type RequestListener } from 'node:http'
import { type Listening, listen } from '../listen.ts'
import type { LabCertificates } from '../tls/lab-certificates.ts'
import { startTlsServer } from '../tls/start-tls-faults.ts'

export type HostPorts = Map<string, { http: number; tls: number }>

/** Every real host name gets a plain and a TLS server of its own; those that are answered alike share theirs. */
export async function startHosts(certificates: LabCertificates, listeners: Map<string, RequestListener>) {
  const alike = Map.groupBy(listeners, ([, listener]) => listener)
  const started = await Promise.all(
    [...alike].map(async ([listener, entries]) => {
      const servers: [Listening, Listening] = await Promise.all([
        listen(createServer(listener)),
        startTlsServer(certificates.good, listener),
      ])
      return { hosts: entries.map(([host]) => host), servers }
    }),
  )
  const ports: HostPorts = new Map(
    started.flatMap(({ hosts, servers: [http, tls] }) =>
      hosts.map((host) => [host, { http: http.port, tls: tls.port }] as const),
    ),
  )
  return { ports, close: () => Promise.all(started.flatMap(({ servers }) => servers.map((one) => one.close()))) }
}
