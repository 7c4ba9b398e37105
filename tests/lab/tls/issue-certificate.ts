import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { isIPv4 } from 'node:net'
import { bits, der, explicit, integer, isTrue, octets, oid, sequence, set, time, utf8 } from './der.ts'

export type Certificate = { pem: string; keyPem: string; key: KeyObject; keyId: Buffer; subject: Buffer }

export type CertificateRequest = {
  commonName: string
  organisation: string
  /** DNS names and IPv4 addresses; an authority has none. */
  names?: string[]
  isAuthority?: boolean
  /** Whoever signs; without it the certificate signs itself. */
  issuer?: Certificate
  notBefore?: Date
  notAfter?: Date
}

const ecdsaSha256 = sequence(oid('1.2.840.10045.4.3.2'))
const dayMs = 86_400_000

/** Makes an X.509 v3 certificate (ECDSA P-256) in well under a millisecond; nothing is kept on disk. */
export function issueCertificate(request: CertificateRequest): Certificate {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' })
  const keyId = createHash('sha1').update(publicKey).digest()
  const subject = distinguishedName(request)
  const issuerKey = request.issuer?.key ?? pair.privateKey

  const body = sequence(
    explicit(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([0x01]), randomBytes(15)])),
    ecdsaSha256,
    request.issuer?.subject ?? subject,
    sequence(
      time(request.notBefore ?? new Date(Date.now() - dayMs)),
      time(request.notAfter ?? new Date(Date.now() + 30 * dayMs)),
    ),
    subject,
    publicKey,
    explicit(3, sequence(...extensions(request, keyId))),
  )
  const certificate = sequence(body, ecdsaSha256, bits(sign('sha256', body, issuerKey)))
  return {
    pem: toPem(certificate),
    keyPem: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    key: pair.privateKey,
    keyId,
    subject,
  }
}

function distinguishedName({ organisation, commonName }: CertificateRequest): Buffer {
  const part = (type: string, text: string) => set(sequence(oid(type), utf8(text)))
  return sequence(part('2.5.4.10', organisation), part('2.5.4.3', commonName))
}

function extensions(request: CertificateRequest, keyId: Buffer): Buffer[] {
  const extension = (id: string, isCritical: boolean, value: Buffer) =>
    sequence(oid(id), ...(isCritical ? [isTrue] : []), octets(value))
  const authority = [
    extension('2.5.29.19', true, sequence(isTrue)),
    extension('2.5.29.15', true, bits(Buffer.from([0x06]), 1)),
  ]
  const leaf = [
    extension('2.5.29.19', true, sequence()),
    extension('2.5.29.15', true, bits(Buffer.from([0x80]), 7)),
    extension('2.5.29.37', false, sequence(oid('1.3.6.1.5.5.7.3.1'))),
    extension('2.5.29.17', false, sequence(...(request.names ?? []).map(alternativeName))),
  ]
  return [
    ...(request.isAuthority ? authority : leaf),
    extension('2.5.29.14', false, octets(keyId)),
    extension('2.5.29.35', false, sequence(der(0x80, request.issuer?.keyId ?? keyId))),
  ]
}

function alternativeName(name: string): Buffer {
  return isIPv4(name) ? der(0x87, Buffer.from(name.split('.').map(Number))) : der(0x82, Buffer.from(name))
}

function toPem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
