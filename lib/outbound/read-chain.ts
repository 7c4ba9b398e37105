/** One certificate as presented, in words. Times are ISO-8601. */
export interface Certificate {
  subject: string
  issuer: string
  validFrom: string
  validTo: string
  names: string[]
  fingerprint256: string
}
