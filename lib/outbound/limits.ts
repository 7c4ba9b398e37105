/** How long each stage may take, how long all together, and how much is read. */
export interface Limits {
  totalMs: number
  dnsMs: number
  tcpMs: number
  proxyMs: number
  tlsMs: number
  headersMs: number
  bodyMs: number
  bodyBytes: number
  headerBytes: number
}

export const LIMITS: Limits = {
  totalMs: 20_000,
  dnsMs: 3_000,
  tcpMs: 4_000,
  proxyMs: 4_000,
  tlsMs: 5_000,
  headersMs: 8_000,
  bodyMs: 5_000,
  bodyBytes: 64 * 1024,
  headerBytes: 16 * 1024,
}
