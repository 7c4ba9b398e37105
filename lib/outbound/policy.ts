/** The fields of the environment that decide what may leave, as read in `lib/env`. */
export interface OutboundSettings {
  outboundAllow: string[]
  httpsProxy: string | null
  httpProxy: string | null
  noProxy: string[]
  extraCaCerts: string | null
  dnsCompare: string[]
  controlHosts: string[]
}
export interface OutboundPolicy {
  dnsCompare: string[]
  controlHosts: string[]
}
export function readPolicy(settings: OutboundSettings): OutboundPolicy {
  return settings
}
