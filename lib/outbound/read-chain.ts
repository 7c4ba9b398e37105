import type { X509Certificate } from 'node:crypto'
import type { Socket } from 'node:net'
import type { ConnectionOptions, TLSSocket } from 'node:tls'
import { shakeHands } from './start-tls.ts'

/** One certificate as presented, in words. Times are ISO-8601. */
export interface Certificate {
  subject: string
  issuer: string
  validFrom: string
  validTo: string
  names: string[]
  fingerprint256: string
}

const LONGEST_CHAIN = 10

/** Reads what a server presents on a connection of its own, without trusting it; nothing is ever sent on it. */
export async function readChain(socket: Socket, options: ConnectionOptions, limitMs: number): Promise<Certificate[]> {
  try {
    return presentedChain(await shakeHands(socket, { ...options, rejectUnauthorized: false }, limitMs))
  } finally {
    socket.destroy()
  }
}

/** Leaf first, up to the last certificate that was presented or is known here. */
function presentedChain(socket: TLSSocket): Certificate[] {
  const chain: Certificate[] = []
  let certificate = socket.getPeerX509Certificate()
  while (certificate && chain.length < LONGEST_CHAIN) {
    chain.push(describeCertificate(certificate))
    const issuer: X509Certificate | undefined = certificate.issuerCertificate
    certificate = issuer?.fingerprint256 === certificate.fingerprint256 ? undefined : issuer
  }
  return chain
}

export function describeCertificate(certificate: X509Certificate): Certificate {
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    validFrom: isoTime(certificate.validFrom),
    validTo: isoTime(certificate.validTo),
    names: (certificate.subjectAltName ?? '').split(', ').filter(Boolean).slice(0, 50),
    fingerprint256: certificate.fingerprint256,
  }
}

/** A distinguished name comes one part a line; a certificate may have none. */
function oneLine(name: string | undefined): string {
  return (name ?? '').replaceAll('\n', ', ').slice(0, 500)
}

function isoTime(text: string): string {
  const at = Date.parse(text)
  return Number.isNaN(at) ? text : new Date(at).toISOString()
}
