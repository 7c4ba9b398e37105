import ipaddr from 'ipaddr.js'
import { AppError } from '#lib/errors'

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number]

/** One entry of CLAVIGER_OUTBOUND_ALLOW: a host name, or a range of addresses, with or without one port. */
export interface AllowEntry {
  host?: string
  range?: Range
  port?: number
}

const BRACKETED = /^\[([^\]]+)\](\/\d{1,3})?(?::(\d{1,5}))?$/
const PLAIN = /^([^:]+?)(?::(\d{1,5}))?$/
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*$/

/** Reads `host`, `10.0.0.0/8`, `192.168.1.20:11434`, `[fd00::5]:443`, `fd00::/8`; throws a sentence that names a bad entry. */
export function readAllowEntry(text: string): AllowEntry {
  const entry = text.trim().toLowerCase()
  const bracketed = BRACKETED.exec(entry)
  const bareIpv6 = !bracketed && entry.split(':').length > 2
  const plain = bareIpv6 ? null : PLAIN.exec(entry)
  const body = bracketed ? `${bracketed[1]}${bracketed[2] ?? ''}` : bareIpv6 ? entry : plain?.[1]
  const portText = bracketed?.[3] ?? plain?.[2]
  const port = portText === undefined ? undefined : Number(portText)
  if (!body || (port !== undefined && (port < 1 || port > 65535))) throw badEntry(text)
  const range = readRange(body)
  if (range) return { range, port }
  const host = body.replace(/\.$/, '')
  if (!HOST_NAME.test(host) || /^[\d.]+$/.test(host)) throw badEntry(text)
  return { host, port }
}

export function entryMatchesHost(entry: AllowEntry, host: string, port: number): boolean {
  return entry.host === host && (entry.port === undefined || entry.port === port)
}

export function entryMatchesAddress(entry: AllowEntry, address: ipaddr.IPv4 | ipaddr.IPv6, port: number): boolean {
  if (!entry.range || (entry.port !== undefined && entry.port !== port)) return false
  const [network, bits] = entry.range
  return network.kind() === address.kind() && address.match(network, bits)
}

/** An address alone or with a prefix length; null when it is neither. IPv4 only in its plain four-part form. */
export function readRange(text: string): Range | null {
  const [base = '', bitsText, more] = text.split('/')
  const isV4 = ipaddr.IPv4.isValidFourPartDecimal(base)
  if (more !== undefined || !(isV4 || ipaddr.IPv6.isValid(base)) || !/^\d{1,3}$/.test(bitsText ?? '0')) return null
  const address = ipaddr.parse(base)
  const width = isV4 ? 32 : 128
  const bits = bitsText === undefined ? width : Number(bitsText)
  if (bits > width) return null
  const mapped = address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() && bits >= 96
  return mapped ? [address.toIPv4Address(), bits - 96] : [address, bits]
}

function badEntry(text: string): AppError {
  return new AppError(
    'invalid',
    `CLAVIGER_OUTBOUND_ALLOW: "${text.trim().slice(0, 100)}" is not a host name, an address or a range such as 10.0.0.0/8, with at most one :port.`,
  )
}
