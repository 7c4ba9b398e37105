import { issueCertificate } from './issue-certificate.ts'

/** What a TLS server needs: its key and the chain that it sends. */
export type Identity = {
  key: string
  cert: string
  /** What it shows to a client that asks for a host by name; the same to everybody where this is left out. */
  forName?: (name: string) => Identity
}

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

  const honest = (own: object) => chained(issueCertificate({ ...server, ...own }))
  const inspected = (own: object): Identity => {
    const leaf = issueCertificate({ ...server, organisation: 'Example Corp', issuer: inspector, ...own })
    return { key: leaf.keyPem, cert: leaf.pem + inspector.pem }
  }
  const forEachName = (issue: (own: object) => Identity): Identity => {
    return { ...issue({}), forName: (name) => issue({ commonName: name, names: [name] }) }
  }
  return {
    ca: root.pem,
    interceptorCa: inspector.pem,
    good: forEachName(honest),
    expired: chained(issueCertificate({ ...server, notBefore: ago(60), notAfter: ago(3) })),
    notYetValid: chained(issueCertificate({ ...server, notBefore: ago(-3), notAfter: ago(-60) })),
    wrongName: chained(issueCertificate({ ...server, commonName: 'other.example', names: ['other.example'] })),
    selfSigned: alone(issueCertificate({ ...server, issuer: undefined })),
    missingIntermediate: alone(issueCertificate(server)),
    interceptor: forEachName(inspected),
  }
}
