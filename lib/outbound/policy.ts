import { type AllowEntry, readAllowEntry } from './allow-entry.ts'
import { type OutboundProxy, readProxy } from './proxy.ts'

/** The settings that decide what may leave this machine and how, as `lib/env` reads them. */
export interface OutboundSettings {
  outboundAllow: readonly string[]
  httpsProxy?: string
  httpProxy?: string
  noProxy: readonly string[]
  extraCaCerts?: string
  dnsCompare: readonly string[]
  /** Where not set, whoever asks for a probe names other hosts of the catalogue. */
  controlHosts?: readonly string[]
}

export interface OutboundPolicy {
  allow: AllowEntry[]
  httpsProxy?: OutboundProxy
  httpProxy?: OutboundProxy
  noProxy: readonly string[]
  /** Path of a PEM file that is trusted besides Node's own authorities. */
  extraCaCerts?: string
  dnsCompare: readonly string[]
  controlHosts?: readonly string[]
}

/** Reads the settings once, at start; throws a sentence that names a bad one. */
export function readPolicy(settings: OutboundSettings): OutboundPolicy {
  return {
    allow: settings.outboundAllow.map(readAllowEntry),
    httpsProxy: readProxy('HTTPS_PROXY', settings.httpsProxy),
    httpProxy: readProxy('HTTP_PROXY', settings.httpProxy),
    noProxy: settings.noProxy,
    extraCaCerts: settings.extraCaCerts,
    dnsCompare: settings.dnsCompare,
    controlHosts: settings.controlHosts,
  }
}
