import type { Socket } from 'node:net'
import type { ConnectionOptions, DetailedPeerCertificate, TLSSocket } from 'node:tls'
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
export function presentedChain(socket: TLSSocket): Certificate[] {
  const chain: Certificate[] = []
  let certificate: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true)
  while (certificate?.fingerprint256 && chain.length < LONGEST_CHAIN) {
    chain.push(describe(certificate))
    const issuer: DetailedPeerCertificate | undefined = certificate.issuerCertificate
    certificate = issuer?.fingerprint256 === certificate.fingerprint256 ? undefined : issuer
  }
  return chain
}

function describe(certificate: DetailedPeerCertificate): Certificate {
  return {
    subject: distinguishedName(certificate.subject),
    issuer: distinguishedName(certificate.issuer),
    validFrom: isoTime(certificate.valid_from),
    validTo: isoTime(certificate.valid_to),
    names: (certificate.subjectaltname ?? '').split(', ').filter(Boolean).slice(0, 50),
    fingerprint256: certificate.fingerprint256,
  }
}

function distinguishedName(name: object | undefined): string {
  const parts = Object.entries({ ...name }).flatMap(([type, value]) => [value].flat().map((one) => `${type}=${one}`))
  return parts.join(', ').slice(0, 500)
}

function isoTime(text: string): string {
  const at = Date.parse(text)
  return Number.isNaN(at) ? text : new Date(at).toISOString()
}
