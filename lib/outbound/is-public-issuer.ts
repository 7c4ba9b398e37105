import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'

/** Organisations whose intermediates carry another name than their root in Node's list. */
const ALSO_PUBLIC = ["Let's Encrypt", 'ZeroSSL', 'Cloudflare, Inc.', 'Microsoft Corporation', 'Google Trust Services']

let organisations: Set<string> | undefined

/** Whether a distinguished name (`C=US, O=DigiCert Inc, CN=…`) is that of a public certificate authority. */
export function isPublicIssuer(name: string): boolean {
  organisations ??= new Set([
    ...ALSO_PUBLIC,
    ...rootCertificates.flatMap((pem) => organisationOf(new X509Certificate(pem).subject, '\n')),
  ])
  return organisationOf(name, ', ').some((organisation) => organisations?.has(organisation))
}

function organisationOf(name: string, separator: string): string[] {
  return name
    .split(new RegExp(`${separator}(?=[A-Za-z0-9.]+=)`))
    .flatMap((part) => (part.startsWith('O=') ? [part.slice(2)] : []))
}
