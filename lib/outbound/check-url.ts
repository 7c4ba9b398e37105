import { isIP } from 'node:net'
import { checkAddress } from './check-address.ts'
import type { OutboundPolicy } from './policy.ts'

/** Where a request goes, after parsing: the host without brackets or trailing dot, in ASCII. */
export interface Target {
  host: string
  port: number
  secure: boolean
  /** The host is an address: it needs no lookup, and has been checked. */
  literal: boolean
  origin: string
  /** Path and query as sent. */
  path: string
}

const NEVER = new Set(['metadata.google.internal', 'metadata.goog'])

/** Reads an address by its form alone, before any rule about where it leads. A refusal is a sentence that holds no part of a credential. */
export function parseUrl(text: string): { target: Target } | { refused: string } {
  if (text.length > 8192) return { refused: 'The address is longer than 8,192 characters.' }
  const url = URL.parse(text)
  if (!url) return { refused: 'The address is not a URL.' }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { refused: 'The address must begin with https://.' }
  if (url.username || url.password) return { refused: 'The address carries a user name or password; leave them out.' }
  if (text.includes('#')) return { refused: 'The address carries a fragment (#…); leave it out.' }
  const target = readTarget(url)
  if (!target.host || target.host.endsWith('.')) return { refused: 'The address has no usable host name.' }
  if (target.port === 0) return { refused: 'Port 0 cannot be connected to.' }
  return { target }
}

/** Parses an address and applies every rule that needs no lookup. */
export function checkUrl(
  text: string,
  kind: 'provider' | 'custom',
  policy: Pick<OutboundPolicy, 'allow'>,
): { target: Target } | { refused: string } {
  const parsed = parseUrl(text)
  if ('refused' in parsed) return parsed
  const { target } = parsed
  if (NEVER.has(target.host))
    return { refused: `${target.host} is a cloud metadata service. Claviger never connects to it.` }
  if (kind === 'provider' && (!target.secure || target.port !== 443))
    return { refused: 'A provider is reached over https on port 443 only.' }
  if (target.literal) {
    const check = checkAddress(target.host, target, policy)
    if ('refused' in check) return check
  }
  return parsed
}

function readTarget(url: URL): Target {
  const secure = url.protocol === 'https:'
  const bare = url.hostname.replace(/^\[|\]$/g, '')
  const literal = isIP(bare) !== 0
  const host = literal ? bare : bare.replace(/\.$/, '')
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port)
  const bracketed = host.includes(':') ? `[${host}]` : host
  const origin = `${url.protocol}//${bracketed}${url.port === '' ? '' : `:${url.port}`}`
  return { host, port, secure, literal, origin, path: `${url.pathname}${url.search}` }
}
