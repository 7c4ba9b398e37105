import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { Env } from '#lib/env'

const LOOPBACK = ['localhost', '127.0.0.1', '::1']

/**
 * Decides which Host a request may ask for, by name: another name that somebody points at this address would make a
 * browser treat this installation as theirs (DNS rebinding). Ports are left out, for a container's are mapped.
 */
export function allowedHost(env: Pick<Env, 'host' | 'url'>): (host: string | undefined) => boolean {
  const names = new Set([...LOOPBACK, bare(new URL(env.url).hostname), env.host.toLowerCase()])
  const everywhere = env.host === '0.0.0.0' || env.host === '::'
  return (host) => {
    const name = hostName(host)
    if (name === undefined) return false
    return names.has(name) || (everywhere && isIP(name) > 0 && machineAddresses().has(name))
  }
}

function hostName(host: string | undefined): string | undefined {
  if (!host || !/^[\w.:[\]-]+$/.test(host)) return undefined
  const url = URL.parse(`http://${host}`)
  return url ? bare(url.hostname) : undefined
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '').toLowerCase()

function machineAddresses(): Set<string> {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return new Set(all.map(({ address }) => address))
}
