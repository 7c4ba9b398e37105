import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { AppError } from '#lib/errors'
import { readRange } from './allow-entry.ts'
import type { Target } from './check-url.ts'
import type { OutboundPolicy } from './policy.ts'

export interface OutboundProxy {
  host: string
  port: number
  /** TLS to the proxy itself. */
  secure: boolean
  /** Ready OutboundProxy-Authorization value, made from the user information of its URL. */
  authorization?: string
}

/** Reads HTTPS_PROXY or HTTP_PROXY. Throws a sentence that names the setting and no part of its value: it may hold a password. */
export function readProxy(setting: string, value: string | undefined): OutboundProxy | undefined {
  if (!value?.trim()) return undefined
  const url = URL.parse(value.includes('://') ? value.trim() : `http://${value.trim()}`)
  if (!url?.hostname || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new AppError(
      'invalid',
      `${setting} must be the address of an http or https proxy, such as http://proxy.example:3128.`,
    )
  const secure = url.protocol === 'https:'
  const user = decodePart(url.username)
  const credentials = user || url.password ? `${user}:${decodePart(url.password)}` : undefined
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 443 : 80),
    secure,
    authorization: credentials && `Basic ${Buffer.from(credentials).toString('base64')}`,
  }
}

/** The proxy that carries requests to this target, as HTTPS_PROXY, HTTP_PROXY and NO_PROXY say. */
export function chooseProxy(target: Target, policy: Pick<OutboundPolicy, 'httpsProxy' | 'httpProxy' | 'noProxy'>) {
  const proxy = target.secure ? policy.httpsProxy : policy.httpProxy
  return proxy && !policy.noProxy.some((entry) => bypasses(entry, target)) ? proxy : undefined
}

/** `*`, a host name (which covers its subdomains), an address or a range, with or without a port. */
function bypasses(entry: string, target: Target): boolean {
  const text = entry.trim().toLowerCase()
  if (text === '*') return true
  const range = readRange(text.replace(/^\[|\]$/g, ''))
  if (range) {
    if (!isIP(target.host)) return false
    const address = ipaddr.process(target.host)
    return address.kind() === range[0].kind() && address.match(range[0], range[1])
  }
  const [, name = '', port] = /^(.*?)(?::(\d+))?$/.exec(text) ?? []
  if (port && Number(port) !== target.port) return false
  const suffix = name.replace(/^\[|\]$/g, '').replace(/^\*?\./, '')
  return suffix !== '' && (target.host === suffix || target.host.endsWith(`.${suffix}`))
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
