import { issueCertificate } from './issue-certificate.ts'

/** What a TLS server needs: its key and the chain that it sends. */
export type Identity = { key: string; cert: string }

export type LabCertificates = ReturnType<typeof makeLabCertificates>

const dayMs = 86_400_000

/** One root, one intermediate, an inspecting company's root, and a server certificate for each fault. */
export function makeLabCertificates(names: string[]) {
  const organisation = 'Claviger Lab'
  const root = issueCertificate({ commonName: 'Claviger Lab Root CA', organisation, isAuthority: true })
  const middle = issueCertificate({ commonName: 'Claviger Lab CA 1', organisation, isAuthority: true, issuer: root })
  const inspector = issueCertificate({
    commonName: 'Example Corp Zscaler Root CA',
    organisation: 'Example Corp',
    isAuthority: true,
  })
  const server = { commonName: names[0] ?? '127.0.0.1', organisation, names, issuer: middle }
  const chained = (leaf: { keyPem: string; pem: string }): Identity => ({
    key: leaf.keyPem,
    cert: leaf.pem + middle.pem,
  })
  const alone = (leaf: { keyPem: string; pem: string }): Identity => ({ key: leaf.keyPem, cert: leaf.pem })
  const ago = (days: number) => new Date(Date.now() - days * dayMs)

  const inspected = issueCertificate({ ...server, organisation: 'Example Corp', issuer: inspector })
  return {
    ca: root.pem,
    interceptorCa: inspector.pem,
    good: chained(issueCertificate(server)),
    expired: chained(issueCertificate({ ...server, notBefore: ago(60), notAfter: ago(3) })),
    notYetValid: chained(issueCertificate({ ...server, notBefore: ago(-3), notAfter: ago(-60) })),
    wrongName: chained(issueCertificate({ ...server, commonName: 'other.example', names: ['other.example'] })),
    selfSigned: alone(issueCertificate({ ...server, issuer: undefined })),
    missingIntermediate: alone(issueCertificate(server)),
    interceptor: { key: inspected.keyPem, cert: inspected.pem + inspector.pem } satisfies Identity,
  }
}
